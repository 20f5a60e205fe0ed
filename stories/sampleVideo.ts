/** Returns a video that needs no network: a rising sun, recorded from a canvas. */
export async function sampleVideo(): Promise<string> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [640, 640];
  const context = canvas.getContext("2d");
  const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: "video/webm" });
  const chunks: Blob[] = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const ended = new Promise((resolve) => {
    recorder.onstop = resolve;
  });
  recorder.start();
  for (let frame = 0; frame < 20; frame += 1) {
    if (!context) break;
    context.fillStyle = "#f3ead7";
    context.fillRect(0, 0, 640, 640);
    context.fillStyle = "#d9572b";
    context.fillRect(270, 600 - frame * 25, 100, 100);
    // oxlint-disable-next-line eslint/no-await-in-loop -- frames are sequential
    await new Promise(requestAnimationFrame);
  }
  recorder.stop();
  await ended;
  return URL.createObjectURL(new Blob(chunks, { type: "video/webm" }));
}
