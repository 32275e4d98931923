/** One page and what its first visit may cost. */
export interface PageBudget {
  readonly page: string;
  /**
   * Sources whose chunks have to be there before the page is usable; what they import statically comes with them.
   * Not among them: what a person asks for, what is fetched at the first touch (saving, signing in again), and what
   * comes after the form without being needed to use it (features/sections/besideForm.ts).
   */
  readonly sources: readonly string[];
  /** All scripts of the first visit, kB (1024 bytes) after gzip. */
  readonly scriptKb: number;
  /** All styles of the first visit, likewise. */
  readonly styleKb: number;
}

const app = ['index.html', 'src/app/main.tsx'];
// The queries that its loaders import are in the pages' own chunks.
const signedIn = [...app, 'src/app/signedIn.tsx'];
const styleKb = 10;

export const pageBudgets: readonly PageBudget[] = [
  { page: 'Sign in', sources: [...app, 'src/features/sign-in/SignInPage.tsx'], scriptKb: 115, styleKb },
  {
    page: 'Edit section',
    sources: [...signedIn, 'src/features/section-form/EditSectionPage.tsx'],
    scriptKb: 148,
    styleKb,
  },
  {
    page: 'New section',
    sources: [...signedIn, 'src/features/section-form/CreateSectionPage.tsx'],
    scriptKb: 175,
    styleKb,
  },
  {
    page: 'Sections',
    sources: [...signedIn, 'src/features/section-list/SectionsPage.tsx'],
    scriptKb: 160,
    styleKb,
  },
  { page: 'Courses', sources: [...signedIn, 'src/features/courses/CoursesPage.tsx'], scriptKb: 160, styleKb },
];
