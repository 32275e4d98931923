import { focusClicked } from '#/ui/focusClicked';
import { ignoreStrayPresses } from '#/ui/strayPresses';
import { tellReasons } from '#/ui/tellReasons';
import { matchPage } from '#/paths';
import { pages } from './pages';
import { retryStyles } from './retryStyles';

// In this order: a press that is ignored gives no focus, and asks for nothing.
ignoreStrayPresses();
focusClicked();
tellReasons();
retryStyles();
// The code of the page that a link leads to comes while it is still pressed.
addEventListener('pointerdown', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null;
  const match = link && link.origin === location.origin ? matchPage(link.pathname) : null;
  // Who goes there asks again, and reports.
  if (match) pages[match.name].load().catch(() => undefined);
});
