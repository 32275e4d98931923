import { focusClicked } from '#/ui/focusClicked';
import { ignoreStrayPresses } from '#/ui/strayPresses';
import { retryStyles } from './retryStyles';

// In this order: a press that is ignored gives no focus.
ignoreStrayPresses();
focusClicked();
retryStyles();
