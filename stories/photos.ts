/** Renders hills under a sky. The sun at the top left shows the orientation. */
async function renderPhoto(options: PhotoOptions): Promise<Blob> {
  const { width: across, height: down, type = "image/jpeg", orientation } = options;
  const canvas = Object.assign(document.createElement("canvas"), { width: across, height: down });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser doesn't support 2D canvas.");
  const isSideways = orientation === 6;
  // The orientation rotates the stored pixels clockwise, which leaves the photo upright.
  if (isSideways) context.transform(0, -1, 1, 0, 0, down);
  const [width, height] = isSideways ? [down, across] : [across, down];
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, "#274060");
  sky.addColorStop(1, "#f3ead7");
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#d9572b";
  context.fillRect(0, 0, width / 4, height / 4);
  context.fillStyle = "#40614d";
  for (let hill = 0; hill < 40; hill++) {
    const x = (hill / 40) * width;
    const top = height * (0.62 + 0.12 * Math.sin(hill * 1.7));
    context.fillRect(x, top, width / 40 + 1, height - top);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No photo."))), type, 0.95);
  });
}

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Returns an Exif segment that contains only the orientation. */
const exif = (orientation: number): Uint8Array<ArrayBuffer> =>
  bytes(
    "\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08" +
      `\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}\0\0\0\0\0\0`,
  );

export interface PhotoOptions {
  readonly width: number;
  readonly height: number;
  readonly name?: string;
  readonly type?: "image/jpeg" | "image/png";
  /** Exif orientation of a phone held upright, whose pixels are stored sideways. */
  readonly orientation?: 6;
}

export async function takePhoto(options: PhotoOptions): Promise<File> {
  const { name = "boat.jpg", type = "image/jpeg", orientation } = options;
  const blob = await renderPhoto(options);
  const parts =
    orientation === undefined ? [blob] : [blob.slice(0, 2), exif(orientation), blob.slice(2)];
  // Joined, because Firefox detects the type only from the first chunk.
  return new File([await new Blob(parts).arrayBuffer()], name, { type });
}

/** Creates a file with only the first bytes of a phone's HEIC photo, which identify its type. */
export function heicFile(name = "IMG_0042.HEIC"): File {
  const head = "\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x10meta\0\0\0\0\0\0\0\0";
  return new File([bytes(head)], name);
}

/** Returns the color of a rendered image at a point. */
export async function pixelAt(image: Blob, x: number, y: number): Promise<readonly number[]> {
  const bitmap = await createImageBitmap(image);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d");
  context?.drawImage(bitmap, 0, 0);
  const place = [Math.floor(x * bitmap.width), Math.floor(y * bitmap.height)] as const;
  return [...(context?.getImageData(...place, 1, 1).data ?? [])];
}
