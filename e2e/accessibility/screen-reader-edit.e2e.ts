import { ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

// What a screen reader meets on the form, whole and in order.

test('row 82: The edit form is read out in a sensible order', async ({ page, sandbox }) => {
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.gettingIn}/edit`);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - /children: deep-equal
      - navigation "Breadcrumb":
        - list:
          - listitem:
            - link "Member onboarding":
              - /url: /courses/12345601/sections
          - listitem: Section 2 of 6
      - heading "Getting in and out Edit section" [level=1]
      - navigation "Sections before and after":
        - 'link "Previous section: Welcome to Harbour House"':
          - /url: /sections/87654301/edit
          - text: Welcome to Harbour House
        - 'link "Next section: Desks, phone booths and meeting rooms"':
          - /url: /sections/87654303/edit
          - text: Desks, phone booths and meeting rooms
      - group "Course":
        - text: Course
        - link "Member onboarding":
          - /url: /courses/12345601/sections
        - paragraph: A section can’t move to another course yet.
      - text: Title What members see as the name of the section.
      - textbox "Title": Getting in and out
      - text: Place
      - combobox "Place": After “Welcome to Harbour House”
      - status
      - status
      - text: Display order Between “Welcome to Harbour House” and “Desks, phone booths and meeting rooms”.
      - textbox "Display order": "2"
      - status
      - heading "Availability" [level=2]
      - radiogroup "Unlock type":
        - text: Unlock type
        - radio "Immediate"
        - text: Immediate
        - paragraph: Opens as soon as a member enrols in the course.
        - radio "Sequential" [checked]
        - text: Sequential
        - paragraph: Opens once the member has completed the section before it.
        - radio "Timed"
        - text: Timed
        - paragraph: Opens a number of days after the member enrolled.
      - switch "Active" [checked]
      - text: Active Members who are enrolled see the section only while it is active.
      - heading "Introduction and image" [level=2]
      - text: Introduction Optional. HTML shown to members at the top of the section.
      - tablist "Introduction as":
        - tab "HTML" [selected]
        - tab "Preview"
      - tabpanel "HTML":
        - textbox "Introduction": <p>Your phone is your key. At night, use the door on <em>Quay Street</em>.</p>
        - paragraph: 78 characters
      - group "Thumbnail":
        - text: Thumbnail
        - radio "Keep the current image" [checked]
        - text: Keep the current image
        - paragraph: front-door.jpg
        - radio "Replace with an image from a URL"
        - text: Replace with an image from a URL
        - radio "Remove the image"
        - text: Remove the image
      - status
      - button "Save changes"
      - button "Cancel"
      - status: No changes
      - complementary "About this section":
        - heading "Details" [level=2]
        - term: Number
        - definition: "87654302"
        - term: UniqueId
        - definition: a1b2c3d4-e5f6-4890-abcd-000087654302
        - term: SystemId
        - definition: –
        - term: Created
        - definition: 23 Jan 2025, 8:00 WET
        - term: Last updated
        - definition: 23 Apr 2025, 18:30 WEST
        - term: Last updated by
        - definition: noor.haddad@harbour.example
        - heading "Earlier versions" [level=2]
        - paragraph:
          - text: Nexudus keeps no history. These are the last versions that
          - strong: this browser
          - text: has seen, 20 at most; one of more than a million characters is left out.
        - status
        - paragraph: This browser has seen no other version yet.
  `);
});

test('row 82: The edit form with errors names them first, and again at each field', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.gettingIn}/edit`);
  await form.title.fill('');
  await form.order.fill('first');
  await form.rule('Timed').check();
  await form.days.fill('');
  await form.image('Replace with an image from a URL').check();
  await expect(form.imageUrl).toBeVisible();
  await form.save.click();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - /children: deep-equal
      - navigation "Breadcrumb":
        - list:
          - listitem:
            - link "Member onboarding":
              - /url: /courses/12345601/sections
          - listitem: Section 2 of 6
      - heading "Getting in and out Edit section" [level=1]
      - navigation "Sections before and after":
        - 'link "Previous section: Welcome to Harbour House"':
          - /url: /sections/87654301/edit
          - text: Welcome to Harbour House
        - 'link "Next section: Desks, phone booths and meeting rooms"':
          - /url: /sections/87654303/edit
          - text: Desks, phone booths and meeting rooms
      - alert:
        - heading "There is a problem" [level=2]
        - list:
          - listitem:
            - link "Enter a title":
              - /url: "#section-title"
          - listitem:
            - 'link "Display order: enter a whole number, such as 12"':
              - /url: "#section-displayOrder"
          - listitem:
            - link "Enter the number of days":
              - /url: "#section-unlockAfterDays"
          - listitem:
            - link "Enter the address of the image":
              - /url: "#section-imageUrl"
      - group "Course":
        - text: Course
        - link "Member onboarding":
          - /url: /courses/12345601/sections
        - paragraph: A section can’t move to another course yet.
      - text: Title What members see as the name of the section.
      - paragraph: Enter a title
      - textbox "Title" [invalid]
      - text: Place
      - combobox "Place"
      - status
      - status
      - text: Display order A whole number. Sections with lower numbers come first.
      - paragraph: "Display order: enter a whole number, such as 12"
      - textbox "Display order" [invalid]: first
      - status
      - heading "Availability" [level=2]
      - radiogroup "Unlock type":
        - text: Unlock type
        - radio "Immediate"
        - text: Immediate
        - paragraph: Opens as soon as a member enrols in the course.
        - radio "Sequential"
        - text: Sequential
        - paragraph: Opens once the member has completed the section before it.
        - radio "Timed" [checked]
        - text: Timed
        - paragraph: Opens a number of days after the member enrolled.
        - text: Unlock after (days) Counted from the day of enrolment.
        - paragraph: Enter the number of days
        - textbox "Unlock after (days)" [invalid]
      - switch "Active" [checked]
      - text: Active Members who are enrolled see the section only while it is active.
      - heading "Introduction and image" [level=2]
      - text: Introduction Optional. HTML shown to members at the top of the section.
      - tablist "Introduction as":
        - tab "HTML" [selected]
        - tab "Preview"
      - tabpanel "HTML":
        - textbox "Introduction": <p>Your phone is your key. At night, use the door on <em>Quay Street</em>.</p>
        - paragraph: 78 characters
      - group "Thumbnail":
        - text: Thumbnail
        - radio "Keep the current image"
        - text: Keep the current image
        - paragraph: front-door.jpg
        - radio "Replace with an image from a URL" [checked]
        - text: "Replace with an image from a URL Image URL Nexudus fetches the image itself: JPG, PNG or GIF, at most 10 MB."
        - paragraph: Enter the address of the image
        - textbox "Image URL" [invalid]
        - radio "Remove the image"
        - text: Remove the image
      - status
      - button "Save changes"
      - button "Cancel"
      - status: Not saved
      - complementary "About this section":
        - heading "Details" [level=2]
        - term: Number
        - definition: "87654302"
        - term: UniqueId
        - definition: a1b2c3d4-e5f6-4890-abcd-000087654302
        - term: SystemId
        - definition: –
        - term: Created
        - definition: 23 Jan 2025, 8:00 WET
        - term: Last updated
        - definition: 23 Apr 2025, 18:30 WEST
        - term: Last updated by
        - definition: noor.haddad@harbour.example
        - heading "Earlier versions" [level=2]
        - paragraph:
          - text: Nexudus keeps no history. These are the last versions that
          - strong: this browser
          - text: has seen, 20 at most; one of more than a million characters is left out.
        - status
        - paragraph: This browser has seen no other version yet.
  `);
});
