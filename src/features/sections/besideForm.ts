/** What stands at a form and is not needed to use it, in one piece of code that is fetched once the form is there. */
export { OrderHint } from './OrderHint';
export { CleanUp } from './introduction/CleanUp';
export { SectionDetails } from './SectionDetails';
export { TitleHint } from './TitleHint';
