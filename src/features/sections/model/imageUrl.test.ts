import { describe, expect, it } from 'vitest';
import { checkImageUrl } from './imageUrl';

describe('the address of an image', () => {
  it.each([
    'https://example.com/a.png',
    'https://example.com/A.JPEG?w=1#x',
    'https://example.com/%F0%9F%98%80.gif',
    'https://8.8.8.8/a.jpg',
  ])('is accepted without a word: %s', (url) => {
    expect(checkImageUrl(url)).toStrictEqual({ ok: true, url, warning: null });
  });

  it('is sent in the spelling that servers expect', () => {
    expect(checkImageUrl(' \u202Ahttps://EXAMPLE.com/mein bild.png\u202C\u3000')).toMatchObject({
      url: 'https://example.com/mein%20bild.png',
    });
  });

  it.each([
    ['http://example.com/a.png', /not encrypted/],
    ['https://example.com/a.webp', /does not end in/],
    ['https://example.com/image?file=a.png', /does not end in/],
    ['http://example.com/', /not encrypted.*does not end in/],
    ['https://10.example.com/a', /does not end in/],
  ])('is accepted with a warning: %s', (url, warning) => {
    expect(checkImageUrl(url)).toMatchObject({
      ok: true,
      warning: expect.stringMatching(warning) as unknown,
    });
  });

  it.each([
    ['', /Enter the address/],
    [' \u00A0', /Enter the address/],
    ['example.com/a.png', /starts with https/],
    ['/a.png', /starts with https/],
    ['https://', /starts with https/],
    ['javascript:alert(1)', /starts with https/],
    ['java\nscript:alert(1)', /starts with https/],
    ['data:image/png;base64,AAAA', /starts with https/],
    ['file:///etc/passwd', /starts with https/],
    ['ftp://example.com/a.png', /starts with https/],
    ['blob:https://example.com/1', /starts with https/],
    ['https://user:pw@example.com/a.png', /without a user name/],
    ['https://user@example.com/a.png', /without a user name/],
    [`https://example.com/${'a'.repeat(3000)}.png`, /at most 2,000/],
    [`https://example.com/${'ä'.repeat(700)}.png`, /at most 2,000/],
  ])('is refused: %.60s', (url, error) => {
    expect(checkImageUrl(url)).toStrictEqual({ ok: false, error: expect.stringMatching(error) as unknown });
  });

  it.each([
    'localhost',
    'localhost.',
    'LOCALHOST:8080',
    'app.localhost',
    'printer.local',
    'db.internal',
    'intranet',
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '2130706433',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.127.0.1',
    '[::1]',
    '[::]',
    '[fc00::1]',
    '[fd12::1]',
    '[fe80::1]',
    '[::ffff:127.0.0.1]',
  ])('is refused inside a private network: %s', (host) => {
    expect(checkImageUrl(`https://${host}/a.png`)).toStrictEqual({
      ok: false,
      error: expect.stringContaining('private network') as unknown,
    });
  });

  it.each([
    '172.15.0.1',
    '172.32.0.1',
    '192.169.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '11.0.0.1',
    '[2001:db8::1]',
  ])('is accepted on a public address: %s', (host) => {
    expect(checkImageUrl(`https://${host}/a.png`).ok).toBe(true);
  });
});
