import { zodResolver } from '@hookform/resolvers/zod';
import type { Resolver } from 'react-hook-form';
import type { ZodMiniType } from 'zod/mini';
import type { FormValues } from './formValues';

/**
 * The check of a form by a schema whose messages are whole sentences. In a file of its own, so that a form can load it
 * after it is usable: nothing is checked before the first submit.
 */
export const schemaResolver = <V extends FormValues>(schema: ZodMiniType<V, V>): Resolver<V> =>
  zodResolver(schema);
