import type { StoredRecord } from '../db.ts';
import { localCourseIds } from './courses.ts';
import {
  COURSES,
  FIRST_EVENT_SECTION,
  FIRST_FIRE_SECTION,
  FIRST_HANDBOOK_SECTION,
  FIRST_HOST_SECTION,
  FIRST_LASER_SECTION,
  ONBOARDING_SECTIONS,
} from './ids.ts';
import { plainSections, sectionOf } from './sectionOf.ts';

const onboarding = (id: number, order: number, properties: Record<string, unknown>) =>
  sectionOf(id, COURSES.memberOnboarding, { DisplayOrder: order, ...properties });

const onboardingSections = [
  onboarding(ONBOARDING_SECTIONS.welcome, 1, {
    Title: 'Welcome to Harbour House',
    SectionContents:
      '<h2>Good to have you here</h2>\n<p>This course takes <strong>ten minutes a day</strong>. Start with the tour, then say hello at the front desk.</p>\n<ul>\n  <li>Who we are</li>\n  <li>What is where</li>\n</ul>',
  }),
  onboarding(ONBOARDING_SECTIONS.gettingIn, 2, {
    Title: 'Getting in and out',
    SectionContents: '<p>Your phone is your key. At night, use the door on <em>Quay Street</em>.</p>',
    UnlockType: 2,
    ImageFileName: 'front-door.jpg',
  }),
  onboarding(ONBOARDING_SECTIONS.desksAndRooms, 3, {
    Title: 'Desks, phone booths and meeting rooms',
    SectionContents: '<p>Book what you need, release what you do not.</p>',
    UnlockType: 2,
  }),
  onboarding(ONBOARDING_SECTIONS.firstWeek, 4, {
    Title: 'Your first week: tips from other members',
    SectionContents: '<blockquote>Come to the Wednesday lunch. Really.</blockquote>',
    UnlockType: 3,
    UnlockAfterDays: 7,
  }),
  onboarding(ONBOARDING_SECTIONS.billing, 5, {
    Title: 'Invoices and changing your plan',
    Active: false,
    UnlockType: 3,
    UnlockAfterDays: 1,
  }),
  onboarding(ONBOARDING_SECTIONS.community, 6, {
    Title: 'Becoming part of the community',
    SectionContents: '<p>Groups, events, and how to start one of your own.</p>',
    UnlockType: 3,
    UnlockAfterDays: 30,
  }),
];

const hostSections = plainSections(FIRST_HOST_SECTION, COURSES.hostTraining, [
  'The role of a host',
  'Opening the house',
  'Tours that people remember',
  'Day passes and walk-ins',
  'Difficult conversations',
  'Events from the host’s side',
  'The handover book',
  'Your first shift alone',
]).map((section, index) => ({
  ...section,
  Active: index !== 5,
  ImageFileName: index === 2 ? 'tour.png' : null,
}));

const CHAPTERS =
  'Access cards|Air conditioning|Alarms|Bicycles|Bookings|Cleaning|Coffee machines|Contractors|Day passes|Deliveries|Desks|Dogs|Emergencies|Events|Feedback|Furniture|Guests|Heating|Hot desks|Insurance|Invoices|Keys|Kitchens|Lighting|Lockers|Lost property|Meeting rooms|Members’ data|Noise|Opening hours|Parking|Phone booths|Plants|Post|Printers|Recycling|Roof terrace|Showers|Suppliers|Wi-Fi'.split(
    '|',
  );

const handbookSections = plainSections(FIRST_HANDBOOK_SECTION, COURSES.handbook, CHAPTERS);

const fireSections = plainSections(FIRST_FIRE_SECTION, COURSES.fireSafety, [
  'Escape routes and assembly point',
  'Extinguishers and when to leave them alone',
  'The first five minutes',
  'Defibrillator and first-aid boxes',
  'Yearly test',
]).map((section) => ({ ...section, DisplayOrder: 0 }));

/** Gaps, two ties, a negative number, and numbers that do not follow the ids. */
const EVENT_ORDERS = [10, -5, 20, 20, 35, 100, 10];
const eventSections = plainSections(FIRST_EVENT_SECTION, COURSES.eventHosting, [
  'Finding a format',
  'Before you begin',
  'Budget and tickets',
  'Telling people about it',
  'The room plan',
  'The day after',
  'Partners and sponsors',
]).map((section, index) => ({ ...section, DisplayOrder: EVENT_ORDERS[index] ?? 0 }));

const laserSections = plainSections(FIRST_LASER_SECTION, COURSES.laserCutter, [
  'Materials that may be cut',
  'Focus, power, speed',
  'Practical test',
]);

const FIRST_OTHER_SECTION = 87_654_441;
const OTHER_TITLES = ['In short', 'Step by step', 'Questions that members ask'];
const otherCourses = [COURSES.arabicWelcome, COURSES.wellbeing, ...localCourseIds];

/** One to three sections for each of the other courses. */
const otherSections = otherCourses.flatMap((courseId, index) =>
  plainSections(FIRST_OTHER_SECTION + index * 3, courseId, OTHER_TITLES.slice(0, (index % 3) + 1)),
);

export const plainSeedSections: readonly StoredRecord[] = [
  ...onboardingSections,
  ...hostSections,
  ...handbookSections,
  ...fireSections,
  ...eventSections,
  ...laserSections,
  ...otherSections,
];
