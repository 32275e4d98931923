/** Of package.json, put in by vite.config.ts. */
declare const APP_VERSION: string;
