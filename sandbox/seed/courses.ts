import type { StoredRecord } from '../db.ts';
import { COURSES } from './ids.ts';
import { courseOf } from './sectionOf.ts';

const LOCATIONS = [
  { BusinessId: 22_220_001, BusinessName: 'Harbour House' },
  { BusinessId: 22_220_002, BusinessName: 'The Old Print Works' },
  { BusinessId: 22_220_003, BusinessName: 'Mill Lane Studios' },
  { BusinessId: 22_220_004, BusinessName: 'Northside Yard' },
] as const;
const [harbour, printWorks, millLane, northside] = LOCATIONS;

const PUBLIC = 1;
const HIDDEN = 2;
const PRIVATE = 3;
const PAID = 4;

const notable: StoredRecord[] = [
  courseOf(COURSES.memberOnboarding, {
    ...harbour,
    Title: 'Member onboarding',
    GroupName: 'Getting started',
    SummaryText: 'Your first month at Harbour House, one small step at a time.',
    FullDescription: '<p>Keys, desks, people: what every new member wants to know.</p>',
    ShowInHomePage: true,
    HasCommunityGroup: true,
    ImageFileName: 'member-onboarding.jpg',
  }),
  courseOf(COURSES.hostTraining, {
    ...printWorks,
    Title: 'Community host training',
    GroupName: 'Team',
    SummaryText: 'For everybody who opens the door, answers the phone and knows the members by name.',
    Visibility: PRIVATE,
  }),
  courseOf(COURSES.handbook, {
    ...printWorks,
    Title: 'Operations handbook, A to Z',
    GroupName: 'Team',
    SummaryText: 'Forty chapters on how the building runs.',
    Visibility: HIDDEN,
  }),
  courseOf(COURSES.podcastStudio, {
    ...millLane,
    Title: 'Podcast studio basics',
    GroupName: 'Workshops',
    SummaryText: 'Microphones, levels, and leaving the room as you found it.',
    Visibility: PAID,
    TariffId: 44_440_001,
    TariffName: 'Studio pass',
  }),
  courseOf(COURSES.fireSafety, {
    ...northside,
    Title: 'Fire safety and first aid',
    GroupName: 'Team',
    SummaryText: 'Yearly refresher for key holders.',
    Visibility: PRIVATE,
  }),
  courseOf(COURSES.eventHosting, {
    ...harbour,
    Title: 'Event hosting masterclass',
    GroupName: 'Workshops',
    SummaryText: 'From the first idea to the last chair.',
    Visibility: PAID,
    TariffId: 44_440_002,
    TariffName: 'Masterclass',
  }),
  courseOf(COURSES.imported, {
    ...millLane,
    Title: 'Imported from the old platform',
    GroupName: null,
    SummaryText: 'Contents that were moved as they were.',
    Visibility: HIDDEN,
    Active: false,
  }),
  courseOf(COURSES.laserCutter, {
    ...northside,
    Title: 'Laser cutter induction',
    GroupName: 'Workshops',
    SummaryText: 'Required before the first booking of the machine.',
    Visibility: PAID,
    TariffId: 44_440_003,
    TariffName: 'Maker induction',
    $refusesDeletes: true,
  }),
  courseOf(COURSES.arabicWelcome, {
    ...harbour,
    Title: 'أهلاً بك في مساحة العمل',
    GroupName: 'Getting started',
    SummaryText: 'دليل الأعضاء الجدد.',
  }),
  courseOf(COURSES.wellbeing, {
    ...millLane,
    Title: 'Wellbeing at work',
    GroupName: 'Community',
    SummaryText: 'Breaks, posture, and when to go home.',
  }),
];

const TOPICS = [
  { title: 'Building access and keys', group: 'Getting started', visibility: PUBLIC },
  { title: 'Meeting rooms and screens', group: 'Getting started', visibility: PUBLIC },
  { title: 'Post, parcels and storage', group: 'Getting started', visibility: PUBLIC },
  { title: 'Kitchen and shared spaces', group: 'Community', visibility: PUBLIC },
  { title: 'Bringing guests', group: 'Community', visibility: HIDDEN },
  { title: 'Opening and closing the building', group: 'Team', visibility: PRIVATE },
] as const;

const FIRST_LOCAL_COURSE = 12_345_621;

/** One short course per topic and location. */
const local: StoredRecord[] = LOCATIONS.flatMap((location, place) =>
  TOPICS.map((topic, index) =>
    courseOf(FIRST_LOCAL_COURSE + place * TOPICS.length + index, {
      ...location,
      Title: `${topic.title} at ${location.BusinessName}`,
      GroupName: topic.group,
      Visibility: topic.visibility,
      Active: !(place === 3 && index === 4),
    }),
  ),
);

/** 34 courses: more than one page of 25. */
export const seedCourses: readonly StoredRecord[] = [...notable, ...local].map((course, index) => ({
  ...course,
  DisplayOrder: index + 1,
}));

export const localCourseIds: readonly number[] = local.map((course) => course.Id);
