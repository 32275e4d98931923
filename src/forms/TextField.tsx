import { TextInput } from '#/ui/TextInput';
import { type FieldProps, labelled } from './Field';
import type { FormValues } from './formValues';

interface TextFieldProps<V extends FormValues> extends FieldProps<V> {
  type?: 'text' | 'url';
  isRequired?: boolean;
  isNumber?: boolean | 'signed';
}

/** One line of text. Browsers are asked not to fill it in: these are not the user's own data. */
export function TextField<V extends FormValues>(props: TextFieldProps<V>) {
  const { form, name, type = 'text', isRequired, isNumber = false } = props;
  return (
    <TextInput
      {...form.register(name)}
      {...labelled(props)}
      type={type}
      isNumber={isNumber}
      dir={type === 'url' ? 'ltr' : 'auto'}
      aria-required={isRequired}
    />
  );
}
