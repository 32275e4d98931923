import { describe, expect, it } from 'vitest';
import { UsageError } from '../server/usageError';
import { parseStartArguments } from './startArguments';

describe('npm start', () => {
  it('serves the sandbox on 4173 or the next free port when nothing is said', () => {
    expect(parseStartArguments([], {})).toEqual({
      wantsHelp: false,
      port: 4173,
      isPortFixed: false,
      reset: false,
      serviceUrl: null,
    });
  });

  it('takes a port from --port before PORT, and then no other', () => {
    expect(parseStartArguments(['--port', '5000'], { PORT: '6000' })).toMatchObject({
      port: 5000,
      isPortFixed: true,
    });
    expect(parseStartArguments(['--port=5000'], {})).toMatchObject({ port: 5000 });
    expect(parseStartArguments([], { PORT: '6000' })).toMatchObject({ port: 6000, isPortFixed: true });
    expect(parseStartArguments([], { PORT: '' })).toMatchObject({ port: 4173, isPortFixed: false });
  });

  it('uses the service that NEXUDUS_URL names', () => {
    const env = { NEXUDUS_URL: 'https://spaces.nexudus.com/api' };
    expect(parseStartArguments([], env).serviceUrl).toBe('https://spaces.nexudus.com');
    expect(parseStartArguments([], { NEXUDUS_URL: '' }).serviceUrl).toBeNull();
  });

  it.each([
    [['--port', 'abc'], {}, '--port is "abc"'],
    [['--port', '0'], {}, '1 to 65535'],
    [['--port', '65536'], {}, '1 to 65535'],
    [['--port', '4e3'], {}, '1 to 65535'],
    [[], { PORT: '-1' }, 'PORT is "-1"'],
    [['--prot', '1'], {}, '--prot'],
    [['5000'], {}, '5000'],
    [['--port'], {}, '--port'],
    [[], { NEXUDUS_URL: 'nexudus' }, 'NEXUDUS_URL'],
    [['--reset'], { NEXUDUS_URL: 'https://spaces.nexudus.com' }, 'nothing was reset'],
  ])('refuses %j with %j and says why', (args, env, words) => {
    expect(() => parseStartArguments(args, env)).toThrow(UsageError);
    expect(() => parseStartArguments(args, env)).toThrow(words);
  });

  it('starts the sandbox afresh when asked to', () => {
    expect(parseStartArguments(['--reset'], {}).reset).toBe(true);
  });

  it('knows --help', () => {
    expect(parseStartArguments(['--help'], {}).wantsHelp).toBe(true);
  });
});
