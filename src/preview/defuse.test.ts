import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defuse } from './defuse';

describe('the source of a preview, before it is parsed', () => {
  it.each([
    ['<p style="color:red">a</p>', '<p preview-style="color:red">a</p>'],
    ["<p class=x STYLE='a'>", "<p class=x preview-STYLE='a'>"],
    ['<img/style="a"/onerror=b>', '<img/preview-style="a"/preview-onerror=b>'],
    ['<p title=">" style = "a" hidden>', '<p title=">" preview-style = "a" hidden>'],
    ["<p title=it's style=a>", "<p title=it's preview-style=a>"],
    ['<p style>', '<p preview-style>'],
    ['<P\nonClick="x">', '<P\npreview-onClick="x">'],
    ['<base href="/x">', '<preview-base href="/x">'],
    ['<!-- <p title="--><b style=a>', '<!-- <p title="--><b preview-style=a>'],
    ['<!-- <p title="--!><b style=a>', '<!-- <p title="--!><b preview-style=a>'],
    ['<![if <style]>shown<b style=a>', '<![if <style]>shown<b preview-style=a>'],
    ['<script>"<p style=a>"</script><i style=b>', '<script>"<p style=a>"</script><i preview-style=b>'],
  ])('has what the policy would report renamed in %s', (html, renamed) => {
    expect(defuse(html)).toBe(renamed);
  });

  it('has the rules of a style sheet taken out', () => {
    expect(defuse('<style media=all>p > b { color: red }</style><b style=c>d</b>')).toBe(
      '<preview-style media=all></preview-style><b preview-style=c>d</b>',
    );
    expect(defuse('<style>a </styles> b</style >c')).toBe('<preview-style></preview-style >c');
    expect(defuse('a<style>p { color: red }')).toBe('a<preview-style>');
  });

  it.each([
    'style="a"',
    '1 < 2 style="a" <',
    '<p data-style="a" styles="b" title="style=c">',
    "<p title=\"style='a' style=b",
    '</p style>',
    '<',
    '',
  ])('is left alone where there is nothing to rename: %s', (html) => {
    expect(defuse(html)).toBe(html);
  });

  it('changes in nothing but the prefixes', () => {
    const parts = [
      '<p',
      ' ',
      'style',
      '=',
      '"',
      "'",
      '>',
      '<',
      '/',
      'onx',
      '<!--',
      '-->',
      '<script>',
      '<base',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (chosen) => {
        const html = chosen.join('').replaceAll(/<style/gi, '<b');
        expect(defuse(html).replaceAll('preview-', '')).toBe(html);
      }),
    );
  });
});
