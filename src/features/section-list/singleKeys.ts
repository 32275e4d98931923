const KEY = 'nexudus-sections.single-keys';

/** Whether keys without Ctrl, Cmd or Alt do something: on, until somebody turns them off in this browser. */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** @returns whether the browser keeps it */
export function setSingleKeys(isOn: boolean): boolean {
  try {
    if (isOn) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
    return true;
  } catch {
    return false;
  }
}
