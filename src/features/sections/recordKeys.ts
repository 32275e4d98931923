/** Under which name this browser keeps what belongs to an account, and to one section of it. */
export const accountKey = (username: string) => username.trim().toLowerCase();
export const sectionKey = (sectionId: number) => `section:${sectionId}`;
export const newPrefix = 'new:';
