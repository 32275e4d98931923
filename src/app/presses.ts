import { focusClicked } from '#/ui/focusClicked';
import { ignoreStrayPresses } from '#/ui/strayPresses';

// In this order: a press that is ignored gives no focus.
ignoreStrayPresses();
focusClicked();
