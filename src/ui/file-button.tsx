import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

interface FileButtonProps {
  label: string;
  icon: IconName;
  /** The camera, for one picture; without it any number of pictures that are there already. */
  camera?: boolean;
  /** Icon above a short word, beside the main button of a page. */
  side?: boolean;
  /** Before another app comes to the front: a phone short of memory may end the page behind it. */
  onOpen?: () => void;
  onFiles: (files: readonly File[]) => void;
}

/** A native box for files under the look of a button: keyboards and screen readers meet what they know. */
export function FileButton({ label, icon, camera = false, side = false, onOpen, onFiles }: FileButtonProps) {
  return (
    <label class={`button button-other file-button ${side ? 'button-side' : 'button-small'}`}>
      <Icon name={icon} />
      {label}
      <input
        type="file" accept="image/*" {...(camera ? { capture: 'environment' as const } : { multiple: true })} onClick={onOpen}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same picture may be chosen again.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
