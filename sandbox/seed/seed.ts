import { ENTITIES, rowsOf, type Entity, type Store, type StoredRecord } from '../db.ts';
import { awkwardSeedSections } from './awkward.ts';
import { seedCourses } from './courses.ts';
import { lessonsOf, membersOf } from './people.ts';
import { plainSeedSections } from './sections.ts';

const sections: readonly StoredRecord[] = [...plainSeedSections, ...awkwardSeedSections];

const rows: Readonly<Record<Entity, string>> = {
  courses: rowsOf(seedCourses),
  sections: rowsOf(sections),
  lessons: rowsOf(lessonsOf(seedCourses, sections)),
  members: rowsOf(membersOf(seedCourses)),
};

/** Fills an empty store with what every world begins with. */
export function seedStore(store: Store): void {
  store.transaction(() => {
    for (const entity of ENTITIES) store.load(entity, rows[entity]);
  });
}
