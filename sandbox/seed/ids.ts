/** The notable records of every fresh world, by name. Numbers never change. */
export const COURSES = {
  /** Six ordinary sections with every unlock type, and lessons. */
  memberOnboarding: 12_345_601,
  /** Eight sections of a team's training; one is inactive, one has a thumbnail. */
  hostTraining: 12_345_602,
  /** Forty sections: more than one page of a list. */
  handbook: 12_345_603,
  /** No section yet. */
  podcastStudio: 12_345_604,
  /** Five sections, all with `DisplayOrder` 0. */
  fireSafety: 12_345_605,
  /** Positions with gaps, ties and a negative one. */
  eventHosting: 12_345_606,
  /** Inactive; its sections have awkward contents (`AWKWARD_SECTIONS`). */
  imported: 12_345_607,
  /** A section with lessons can't be deleted here: the answer is a 200 with `WasSuccessful` false. */
  laserCutter: 12_345_608,
  /** A right-to-left title. */
  arabicWelcome: 12_345_609,
  /** Three sections, one of them the only one with members' notes in `CustomFields`. */
  wellbeing: 12_345_610,
} as const;

/** The sections of `memberOnboarding`, in their order. */
export const ONBOARDING_SECTIONS = {
  /** Immediate. */
  welcome: 87_654_301,
  /** Sequential, with a thumbnail. */
  gettingIn: 87_654_302,
  /** Sequential. */
  desksAndRooms: 87_654_303,
  /** Timed, 7 days. */
  firstWeek: 87_654_304,
  /** Timed, 1 day; inactive. */
  billing: 87_654_305,
  /** Timed, 30 days. */
  community: 87_654_306,
} as const;

/** The first section of `hostTraining`. */
export const FIRST_HOST_SECTION = 87_654_311;
export const FIRST_HANDBOOK_SECTION = 87_654_321;
export const FIRST_FIRE_SECTION = 87_654_371;
export const FIRST_EVENT_SECTION = 87_654_381;
export const FIRST_LASER_SECTION = 87_654_431;

/** The sections of `imported`. */
export const AWKWARD_SECTIONS = {
  /** An iframe with a video, and a figure. */
  embed: 87_654_401,
  /** Legacy tables with attributes. */
  table: 87_654_402,
  /** Right-to-left title and text, with bidirectional controls. */
  rightToLeft: 87_654_403,
  /** Emoji of several code points, combining marks. */
  emoji: 87_654_404,
  /** A title of 480 characters, with a word of 209. */
  longTitle: 87_654_405,
  /** `Title` null. */
  nullTitle: 87_654_406,
  /** `Title` empty. */
  emptyTitle: 87_654_407,
  /** `UnlockType` 99. */
  unlockType99: 87_654_408,
  /** `UnlockType` 0. */
  unlockType0: 87_654_409,
  /** HTML with CRLF line ends. */
  crlf: 87_654_410,
  /** Script, handlers and `javascript:` in the HTML, markup in the title. */
  script: 87_654_411,
  /** A stored thumbnail whose name has spaces and a percent sign. */
  thumbnail: 87_654_412,
  /** `CustomFields`, `LocalizationDetails`, `SystemId` filled. */
  customFields: 87_654_413,
  /** A property that no document mentions. */
  unknownProperty: 87_654_414,
  /** `UnlockAfterDays` -3 and dates that are none. */
  negativeDays: 87_654_415,
  /** Markup that does not survive a visual editor. */
  malformed: 87_654_416,
} as const;
