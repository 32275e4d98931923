/** Readers of the header files of deploy/ and public/: what each server would answer a path with, as far as the tests need it. */
export type Headers = Readonly<Record<string, string>>;

/** public/_headers: every rule that matches a path adds its headers. @throws Error when two give the same header. */
export function headersFileFor(text: string, path: string): Headers {
  const headers: Record<string, string> = {};
  let isMatching = false;
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!line.startsWith(' ')) {
      const rule = line.trim();
      isMatching = rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule;
      continue;
    }
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`not a header: ${line}`);
    if (!isMatching) continue;
    if (name in headers) throw new Error(`${path} gets ${name} twice`);
    headers[name] = value;
  }
  return headers;
}

function nginxMaps(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/^map \$uri (\$\w+) \{([^}]*)\}/gm)].map(([, name = '', body = '']) => [name, body]),
  );
}

function lookUp(body: string, uri: string): string {
  const rows = [...body.matchAll(/^\s*(\S+)\s+"(.*)";$/gm)].map(
    ([, key = '', value = '']) => [key, value] as const,
  );
  const exact = rows.find(([key]) => key === uri);
  const pattern = rows.find(([key]) => key.startsWith('~') && new RegExp(key.slice(1)).test(uri));
  return (exact ?? pattern ?? rows.find(([key]) => key === 'default'))?.[1] ?? '';
}

/** deploy/nginx.conf: the headers of the server block with their variables looked up; an empty one is not sent. */
export function nginxHeadersFor(text: string, uri: string): Headers {
  const maps = nginxMaps(text);
  // Eight spaces in: of a location, which is the API's.
  const rows = [...text.matchAll(/^ {4}add_header (\S+) (?:"([^"]*)"|(\$\w+))(?: always)?;$/gm)];
  const headers = rows.map(
    ([, name = '', value, variable = '']) => [name, value ?? lookUp(maps.get(variable) ?? '', uri)] as const,
  );
  return Object.fromEntries(headers.filter(([, value]) => value !== ''));
}

/** deploy/Caddyfile: the headers in the `handle` block of a path (a pattern as it stands there, or empty). */
export function caddyHeadersFor(text: string, pattern: string): Headers {
  const start = text.indexOf(`\n\thandle ${pattern === '' ? '' : `${pattern} `}{\n`);
  const block = start < 0 ? '' : text.slice(start, text.indexOf('\n\t}\n', start));
  const rows = block.matchAll(/^\t{2,3}(?:header @found )?([A-Z][\w-]+) "(.*)"$/gm);
  return Object.fromEntries([...rows].map(([, name = '', value = '']) => [name, value]));
}
