/** What stands at a form and is not needed to use it, in one piece of code that is fetched once the form is there. */
export { OrderHint } from './fields/OrderHint';
export { WordCleanUp } from './introduction/WordCleanUp';
export { SectionDetails } from './fields/SectionDetails';
export { TitleHint } from './fields/TitleHint';
