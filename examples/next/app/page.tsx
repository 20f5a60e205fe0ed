import { Easel } from "./Easel";

export default function Page() {
  return (
    <main>
      <Easel />
    </main>
  );
}
