import { Dialog } from "../../kit/dialog.tsx";
import { useText } from "../../text/language.tsx";
import { todayText } from "./text.ts";

export function NewPatient({ onClose }: { onClose: () => void }) {
  const text = useText(todayText);
  return (
    <Dialog heading={text.newPatient} onClose={onClose}>
      …
    </Dialog>
  );
}
