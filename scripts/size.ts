// npm run build, then: node scripts/run.mjs scripts/size.ts — the sizes of the pages in dist/ against their budgets.
import { readSizes } from './checkSize';
import { runMain } from './runMain';
import { sizeTable } from './sizeGraph';

await runMain(() => {
  const sizes = readSizes('dist');
  console.log(sizeTable(sizes));
  return sizes.every(({ problems }) => problems.length === 0);
});
