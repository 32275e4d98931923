import { randomBytes } from 'node:crypto';
import type { UserName } from './accounts.ts';
import type { TokenRow } from './db.ts';
import type { World } from './worlds.ts';

const FIFTEEN_DAYS = 15 * 24 * 60 * 60 * 1000;

/** Tokens are opaque to clients; here they begin with the name of their world, which is how a call finds it. */
const newToken = (world: World) => `${world.name}.${randomBytes(24).toString('base64url')}`;

export function worldNameOfToken(token: string): string {
  return token.slice(0, Math.max(token.indexOf('.'), 0));
}

/** A new pair of tokens; the client's earlier refresh token is dead from here on. */
export function issueTokens(world: World, userName: string, clientId: string, now: number) {
  const row: TokenRow = {
    Access: newToken(world),
    Refresh: newToken(world),
    UserName: userName,
    ClientId: clientId,
    AccessExpires: now + world.options.tokenSeconds * 1000,
    RefreshExpires: now + FIFTEEN_DAYS,
  };
  world.store.transaction(() => {
    world.store.dropRefreshTokens(userName, clientId);
    world.store.saveToken(row);
  });
  return {
    access_token: row.Access,
    token_type: 'bearer',
    expires_in: world.options.tokenSeconds,
    refresh_token: row.Refresh,
  };
}

/** The row of a refresh token that may be used now by this client, or null. */
export function usableRefreshToken(world: World, token: string, clientId: string | null, now: number) {
  const row = token === '' ? null : world.store.findToken('Refresh', token);
  // Without a `client_id` header the e-mail is the client id (docs/api-contract.md 8).
  const isUsable = row && row.RefreshExpires > now && row.ClientId === (clientId ?? row.UserName);
  return isUsable ? row : null;
}

export function clientIdOf(user: UserName, header: string | undefined): string {
  return header ?? user.userName;
}
