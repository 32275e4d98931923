import { describe, expect, it } from 'vitest';
import { hostOf, isHarmlessValue, loadableImage } from './addresses';

describe('addresses in previewed contents', () => {
  it('name their host when they have one', () => {
    expect(hostOf('https://www.youtube.com/embed/x')).toBe('www.youtube.com');
    expect(hostOf('//player.vimeo.com/video/1')).toBe('player.vimeo.com');
    for (const address of [null, '', '/files/a.mp4', 'data:text/html,x', 'https://', 'about:blank']) {
      expect(hostOf(address)).toBeNull();
    }
  });

  it('let images load over https and inline ones only', () => {
    expect(loadableImage('https://example.com/a.png')).toBe('https://example.com/a.png');
    expect(loadableImage(' //example.com/a.png ')).toBe('https://example.com/a.png');
    expect(loadableImage('data:image/png;base64,AA==')).toBe('data:image/png;base64,AA==');
    for (const address of [
      null,
      '',
      'http://example.com/a.png',
      '/a.png',
      'a.png',
      'data:text/html,<b>',
      'javascript:alert(1)',
      'blob:https://example.com/1',
      'file:///etc/passwd',
    ]) {
      expect(loadableImage(address)).toBeNull();
    }
  });

  it('in styles are allowed by the same rule', () => {
    expect(isHarmlessValue('red')).toBe(true);
    expect(isHarmlessValue('url("https://example.com/a.png") no-repeat')).toBe(true);
    expect(isHarmlessValue('url(data:image/gif;base64,AA==)')).toBe(true);
    for (const value of [
      'url(http://example.com/a.png)',
      'url("/a.png")',
      'URL(a.png)',
      'url("https://example.com/a.png"), url(b.png)',
      'image-set("http://example.com/a.png" 1x)',
      'u\\72l(http://example.com/a.png)',
    ]) {
      expect(isHarmlessValue(value)).toBe(false);
    }
  });
});
