import { COURSES } from '../../sandbox/seed/ids';
import { newSectionPath } from '../support/created';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

// What a screen reader meets on the form, whole and in order.

test('The create form is read out in a sensible order', async ({ page, sandbox }) => {
  await openAs(page, sandbox, newSectionPath(COURSES.memberOnboarding));
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - /children: deep-equal
      - link "Member onboarding":
        - /url: /courses/12345601/sections
      - heading "New section" [level=1]
      - text: Course Type to search by title.
      - combobox "Course": Member onboarding
      - status
      - text: Title What members see as the name of the section.
      - textbox "Title"
      - text: Place
      - combobox "Place": At the end
      - status
      - status
      - text: Display order Last, after “Becoming part of the community”.
      - textbox "Display order": "7"
      - status
      - heading "Availability" [level=2]
      - radiogroup "Unlock type":
        - text: Unlock type
        - radio "Immediate" [checked]
        - text: Immediate
        - paragraph: Opens as soon as a member enrols in the course.
        - radio "Sequential"
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
        - textbox "Introduction"
        - paragraph: 0 characters
      - group "Thumbnail":
        - text: Thumbnail
        - radio "No image" [checked]
        - text: No image
        - radio "Image from a URL"
        - text: Image from a URL
      - status
      - button "Create section"
      - button "Create and add another"
      - button "Cancel"
      - status: No changes
  `);
});

test('row 82: The create form with errors names them first, and again at each field', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(COURSES.memberOnboarding));
  await expect(form.course).toHaveValue('Member onboarding');
  await form.course.fill('');
  await form.rule('Timed').check();
  await form.image('Image from a URL').check();
  await expect(form.imageUrl).toBeVisible();
  await form.order.fill('');
  await form.create.click();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - /children: deep-equal
      - link "Member onboarding":
        - /url: /courses/12345601/sections
      - heading "New section" [level=1]
      - alert:
        - heading "There is a problem" [level=2]
        - list:
          - listitem:
            - link "Choose a course":
              - /url: "#section-courseId"
          - listitem:
            - link "Enter a title":
              - /url: "#section-title"
          - listitem:
            - link "Enter the display order":
              - /url: "#section-displayOrder"
          - listitem:
            - link "Enter the number of days":
              - /url: "#section-unlockAfterDays"
          - listitem:
            - link "Enter the address of the image":
              - /url: "#section-imageUrl"
      - text: Course Type to search by title.
      - paragraph: Choose a course
      - combobox "Course" [invalid]
      - status
      - text: Title What members see as the name of the section.
      - paragraph: Enter a title
      - textbox "Title" [invalid]
      - text: Place
      - textbox "Place" [disabled]:
        - /placeholder: Choose the course first
      - text: Display order A whole number. Sections with lower numbers come first.
      - paragraph: Enter the display order
      - textbox "Display order" [invalid]
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
        - textbox "Introduction"
        - paragraph: 0 characters
      - group "Thumbnail":
        - text: Thumbnail
        - radio "No image"
        - text: No image
        - radio "Image from a URL" [checked]
        - text: "Image from a URL Image URL Nexudus fetches the image itself: JPG, PNG or GIF, at most 10 MB."
        - paragraph: Enter the address of the image
        - textbox "Image URL" [invalid]
      - status
      - button "Create section"
      - button "Create and add another"
      - button "Cancel"
      - status: Not saved
  `);
});
