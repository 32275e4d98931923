import { describe, expect, it } from 'vitest';
import { permissionsOf, missingRoleTexts, rolesThatMatter } from './permissions';

describe('what an account may do', () => {
  it('is everything until something was refused', () => {
    expect(permissionsOf(new Set(), false)).toEqual({
      edit: null,
      changeMany: null,
      reorder: null,
      create: null,
      duplicate: null,
      remove: null,
    });
  });

  it('names the missing role and leaves the rest on', () => {
    const permissions = permissionsOf(new Set(['CourseSection-Delete']), false);
    expect(permissions.remove).toContain('CourseSection-Delete');
    expect([permissions.edit, permissions.changeMany, permissions.create]).toEqual([null, null, null]);
  });

  it('needs the role to read for every change, but not for creating and deleting', () => {
    const permissions = permissionsOf(new Set(['CourseSection-Read']), false);
    expect(
      [permissions.edit, permissions.changeMany, permissions.duplicate].every((text) =>
        text?.includes('CourseSection-Read'),
      ),
    ).toBe(true);
    expect([permissions.create, permissions.remove]).toEqual([null, null]);
  });

  it('keeps further runs waiting while one is not finished, but not the switches', () => {
    const permissions = permissionsOf(new Set(), true);
    expect(permissions.changeMany).toMatch(/finish/);
    expect([permissions.edit, permissions.create]).toEqual([null, null]);
  });

  it('is nothing that is planned by a list in which sections may be missing', () => {
    const permissions = permissionsOf(new Set(), false, true);
    expect(permissions.reorder).toMatch(/incomplete/);
    expect(permissions.duplicate).toMatch(/incomplete/);
    const { edit, changeMany, create, remove } = permissions;
    expect([edit, changeMany, create, remove]).toEqual([null, null, null, null]);
  });

  it('is said once for each role that matters here', () => {
    expect(missingRoleTexts(new Set(['CourseLesson-List', 'Something-Else']))).toEqual([
      'CourseLesson-List: lessons can’t be counted.',
    ]);
    expect(rolesThatMatter(new Set(['CourseLesson-List', 'Something-Else', 'CourseSection-Edit']))).toEqual([
      'CourseSection-Edit',
      'CourseLesson-List',
    ]);
  });
});
