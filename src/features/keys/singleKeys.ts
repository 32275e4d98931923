import { keptChoice } from '#/lib/keptChoice';

/** Whether keys without Ctrl, Cmd or Alt do nothing: they do, until somebody turns them off in this browser. */
export const singleKeysOff = keptChoice('single-keys', 'off');
