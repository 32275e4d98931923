import { useState } from 'react';
import { TextField } from '#/forms/TextField';
import type { EntityForm } from '#/forms/useEntityForm';
import { useFormValue } from '#/forms/useFormValue';
import { Button } from '#/ui/Button';
import { checkImageUrl } from '#/features/sections/model/imageUrl';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import typography from '#/ui/typography.module.css';
import styles from './ImageUrlField.module.css';

type Preview = { url: string; state: 'loading' | 'shown' | 'failed' } | null;

const bringIntoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

/** The address of a new image, and a look at it when asked for. */
export function ImageUrlField({ form }: { form: EntityForm<SectionFormValues> }) {
  const imageUrl = useFormValue(form.rhf, 'imageUrl');
  const [preview, setPreview] = useState<Preview>(null);
  const checked = checkImageUrl(imageUrl);
  const isCurrent = checked.ok && preview?.url === checked.url;
  const canLoad = checked.ok && checked.url.startsWith('https:');

  return (
    <div className={styles.url}>
      <TextField
        form={form}
        name="imageUrl"
        type="url"
        isRequired
        hint={
          <>
            Nexudus fetches the image itself: JPG, PNG or GIF, at most 10 MB.
            {checked.ok && checked.warning && <span className={styles.warning}>{checked.warning}</span>}
          </>
        }
      />
      {checked.ok && (
        <Button onClick={() => setPreview({ url: checked.url, state: canLoad ? 'loading' : 'failed' })}>
          Check image
        </Button>
      )}
      {isCurrent && (
        <>
          {canLoad && preview.state !== 'failed' && (
            <img
              key={preview.url}
              className={styles.preview}
              src={preview.url}
              alt="At this address"
              referrerPolicy="no-referrer"
              onLoad={() => setPreview({ url: preview.url, state: 'shown' })}
              onError={() => setPreview({ url: preview.url, state: 'failed' })}
            />
          )}
          <p role="status" className={typography.note}>
            {previewText(preview.state, canLoad)}
          </p>
          {/* The answer may come below the save bar. */}
          <span key={preview.state} ref={bringIntoView} />
        </>
      )}
    </div>
  );
}

function previewText(state: 'loading' | 'shown' | 'failed', canLoad: boolean): string {
  if (!canLoad)
    return 'Only https addresses can be shown here. Whether Nexudus takes this one is known after saving.';
  if (state === 'loading') return 'Loading the image…';
  if (state === 'shown')
    return 'This is the image at the address. Whether Nexudus takes it is known after saving.';
  return 'No image could be loaded from this address by your browser. Nexudus may still be able to.';
}
