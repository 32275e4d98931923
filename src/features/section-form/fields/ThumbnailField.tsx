import { RadioGroupField, type RadioOption } from '#/forms/RadioGroupField';
import type { EntityForm } from '#/forms/useEntityForm';
import { useFormValue } from '#/forms/useFormValue';
import { LazyPart } from '#/ui/LazyPart';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';

const loadImageUrl = async () => (await import('./ImageUrlField')).ImageUrlField;

interface ThumbnailFieldProps {
  form: EntityForm<SectionFormValues>;
  /** Null when there is no stored image. */
  imageFileName: string | null;
}

/** One choice for the image, so that a new one and “remove” can never contradict each other. */
export function ThumbnailField({ form, imageFileName }: ThumbnailFieldProps) {
  const thumbnail = useFormValue(form.rhf, 'thumbnail');
  const after = thumbnail === 'replace' && <LazyPart name="Image URL" load={loadImageUrl} props={{ form }} />;
  const options: RadioOption[] =
    imageFileName === null
      ? [
          { value: 'keep', title: 'No image' },
          { value: 'replace', title: 'Image from a URL', after },
        ]
      : [
          { value: 'keep', title: 'Keep the current image', hint: imageFileName },
          { value: 'replace', title: 'Replace with an image from a URL', after },
          { value: 'remove', title: 'Remove the image' },
        ];
  return <RadioGroupField form={form} name="thumbnail" role="group" options={options} />;
}
