import type { StoredRecord } from '../db.ts';

/** Builders of seed records: everything that is not given has an ordinary value. */
type Properties = Readonly<Record<string, unknown>>;

/** The same number, the same UUID, in every world. */
export function uuidOf(id: number): string {
  const tail = String(id).padStart(12, '0');
  return `a1b2c3d4-e5f6-4890-abcd-${tail}`;
}

export const AUTHORS = [
  'admin@sandbox.test',
  'colleague@sandbox.test',
  'noor.haddad@harbour.example',
] as const;

const two = (value: number) => String(value).padStart(2, '0');

/** Dates in 2025, later for higher numbers. */
function stampsOf(id: number): Properties {
  const day = (id % 28) + 1;
  return {
    UniqueId: uuidOf(id),
    CreatedOn: `2025-01-${two(day)}T08:00:00Z`,
    UpdatedOn: `2025-0${(id % 6) + 2}-${two(day)}T${two((id % 9) + 9)}:30:00Z`,
    UpdatedBy: AUTHORS[id % AUTHORS.length] ?? AUTHORS[0],
  };
}

export function sectionOf(id: number, courseId: number, properties: Properties): StoredRecord {
  return {
    Id: id,
    CourseId: courseId,
    Title: null,
    SectionContents: null,
    Active: true,
    DisplayOrder: 1,
    UnlockType: 1,
    UnlockAfterDays: 0,
    ImageFileName: null,
    SystemId: null,
    LocalizationDetails: null,
    CustomFields: null,
    ...stampsOf(id),
    ...properties,
  };
}

export function courseOf(id: number, properties: Properties): StoredRecord {
  return {
    Id: id,
    BusinessId: null,
    BusinessName: null,
    HostId: 33_330_001,
    HostFullName: 'Noor Haddad',
    Title: null,
    SummaryText: null,
    FullDescription: null,
    ShowOverview: false,
    HasCommunityGroup: false,
    OverviewText: null,
    ImageFileName: null,
    LargeImageFileName: null,
    Active: true,
    GroupName: null,
    DisplayOrder: 1,
    ShowInHomePage: false,
    Visibility: 1,
    TariffId: null,
    TariffName: null,
    IsNew: false,
    SystemId: null,
    ...stampsOf(id),
    ...properties,
  };
}

/** Titles in order; every third waits for the one before, every fifth for a number of days. */
export function plainSections(firstId: number, courseId: number, titles: readonly string[]): StoredRecord[] {
  return titles.map((title, index) => {
    const unlockType = index % 5 === 4 ? 3 : index % 3 === 2 ? 2 : 1;
    return sectionOf(firstId + index, courseId, {
      Title: title,
      SectionContents: index % 2 === 0 ? `<p>${title}: what you need to know, and whom to ask.</p>` : null,
      DisplayOrder: index + 1,
      UnlockType: unlockType,
      UnlockAfterDays: unlockType === 3 ? index + 3 : 0,
    });
  });
}
