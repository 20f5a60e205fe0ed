import type { Meta, StoryObj } from "@storybook/react-vite";
import { useMemo, type ReactNode } from "react";
import {
  type Client,
  EaselProvider,
  ImageField,
  PromptForm,
  useEasel,
  useImageUpload,
} from "react-easel";
import { sdxlImg2img } from "react-easel/models";
import { expect, fn, mocked, userEvent, waitFor, within } from "storybook/test";
import { heicFile, pixelAt, takePhoto } from "./photos.ts";
import { origamiBird } from "./sampleInputs.ts";

type Upload = NonNullable<Client["uploadImage"]>;

interface ExampleProps {
  readonly image: string;
  readonly uploadImage?: Upload;
  readonly onGenerate: (input: Record<string, unknown>) => void;
}

/** Provides the story's client with another `uploadImage`. */
function OtherUpload({ uploadImage, children }: { uploadImage: Upload; children: ReactNode }) {
  const { client } = useEasel();
  const other = useMemo(() => ({ ...client, uploadImage }), [client, uploadImage]);
  return <EaselProvider client={other}>{children}</EaselProvider>;
}

function Example({ image, uploadImage, onGenerate }: ExampleProps) {
  const form = (
    <div style={{ maxInlineSize: "30rem", marginInline: "auto" }}>
      <PromptForm.Root
        model={sdxlImg2img}
        defaultValues={{ image, prompt: "Turn it into a watercolor painting" }}
        onGenerate={(input) => onGenerate({ ...input })}
      >
        <ImageField name="image" />
        <PromptForm.Reasons />
        <PromptForm.Submit />
      </PromptForm.Root>
    </div>
  );
  return uploadImage ? <OtherUpload uploadImage={uploadImage}>{form}</OtherUpload> : form;
}

/**
 * A start image that users drop on the field, paste anywhere in the form, select, take with the camera, or enter as a
 * URL. Its type is detected from its bytes. A worker rotates and scales it for the model. The client uploads it, or the
 * form keeps it inline if it's small or the backend doesn't offer uploads. `useImageUpload` has the same features
 * without a UI.
 */
const meta = {
  title: "Parts/ImageField",
  id: "imagefield",
  component: Example,
  subcomponents: {
    ImageField,
  },
  tags: ["autodocs"],
  args: { image: "", onGenerate: fn() },
  argTypes: {
    image: { description: "The field's value: a URL or a data URL." },
    onGenerate: { description: "Receives the input with the image as sent." },
  },
} satisfies Meta<typeof Example>;

export default meta;
type Story = StoryObj<typeof meta>;

function pickerIn(canvas: HTMLElement): HTMLInputElement {
  const picker = canvas.querySelector<HTMLInputElement>('input[type="file"]');
  if (!picker) throw new Error("No file input found.");
  return picker;
}

const choose = (canvas: HTMLElement, file: File) =>
  userEvent.upload(pickerIn(canvas), file, { applyAccept: false });

/** Processing real images may be slow on a busy machine. */
const patient = { timeout: 20_000 };

const isReady = (canvas: HTMLElement) =>
  waitFor(() => expect(canvas.querySelector('[data-status="ready"]')).not.toBeNull(), patient);

const never: Upload = (_image, options) => {
  options?.onProgress?.(0.42);
  return new Promise(() => {});
};

export const Empty: Story = {};

/** A 12-megapixel portrait photo whose orientation is stored only in its metadata, uploaded through a real handler. */
export const Photo: Story = {
  play: async ({ canvasElement, args }) => {
    const photo = await takePhoto({ width: 4032, height: 3024, orientation: 6 });
    await choose(canvasElement, photo);
    await isReady(canvasElement);
    const field = within(canvasElement);
    await expect(field.getByText("boat.jpg")).toBeVisible();
    await expect(field.getByText(/^3024 × 4032, .+ → 768 × 1024, .+kB$/)).toBeVisible();
    const preview = await field.findByRole<HTMLImageElement>(
      "img",
      { name: "Start image: preview" },
      patient,
    );
    await waitFor(() => expect(preview.naturalWidth).toBe(768), patient);
    const sent = await (await fetch(preview.src)).blob();
    await expect(sent.type).toBe("image/jpeg");
    // The upright photo has its sun at the top left.
    const [red = 0, green = 0] = await pixelAt(sent, 0.1, 0.05);
    await expect(red - green).toBeGreaterThan(80);
    await expect(await sent.text()).not.toContain("Exif");

    await userEvent.click(field.getByRole("button", { name: "Generate" }));
    await waitFor(() => expect(args.onGenerate).toHaveBeenCalledOnce());
    const [input] = (mocked(args.onGenerate).mock.lastCall ?? []) as [Record<string, unknown>?];
    await expect(input?.["image"]).toMatch(/^https?:.+\/assets\/\w+\.jpeg$/);
  },
};

/** Small images aren't enlarged. Images that need no change keep their bytes. */
export const SmallImage: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement, args }) => {
    const image = await takePhoto({ width: 64, height: 48, name: "bird.png", type: "image/png" });
    await choose(canvasElement, image);
    await isReady(canvasElement);
    await userEvent.click(within(canvasElement).getByRole("button", { name: "Generate" }));
    await waitFor(() => expect(args.onGenerate).toHaveBeenCalledOnce());
    const bytes = new Uint8Array(await image.arrayBuffer());
    const inline = `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
    await expect(args.onGenerate).toHaveBeenCalledWith(expect.objectContaining({ image: inline }));
  },
};

/** Transparent images are sent as PNG, to stay transparent. */
export const Transparent: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1600, height: 900 });
    canvas.getContext("2d")?.fillRect(0, 0, 800, 900);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    await choose(canvasElement, new File([blob ?? ""], "cut-out.png"));
    await isReady(canvasElement);
    const field = within(canvasElement);
    await expect(field.getByText(/^1600 × 900, .+ → 1024 × 576, /)).toBeVisible();
    const preview = await field.findByRole<HTMLImageElement>("img", {}, patient);
    const sent = await (await fetch(preview.src)).blob();
    await expect(sent.type).toBe("image/png");
    await expect((await pixelAt(sent, 0.9, 0.5))[3]).toBe(0);
  },
};

/** While an image uploads, the form says so next to its button and can't be submitted. */
export const Uploading: Story = {
  args: { uploadImage: never },
  play: async ({ canvasElement, args }) => {
    await choose(canvasElement, await takePhoto({ width: 1200, height: 900 }));
    const field = within(canvasElement);
    const bar = await field.findByRole("progressbar", { name: /Uploading, 42/ }, patient);
    await expect(bar).toHaveAttribute("aria-valuenow", "42");
    const generate = field.getByRole("button", { name: "Generate" });
    await userEvent.click(generate);
    await expect(generate).toHaveAccessibleDescription(/The image is still being prepared\./);
    await expect(args.onGenerate).not.toHaveBeenCalled();
  },
};

/** Progress is indeterminate, because `fetch` doesn't report upload progress. */
export const UploadingUnmeasured: Story = {
  tags: ["!autodocs"],
  args: { uploadImage: () => new Promise(() => {}), image: origamiBird },
  play: async ({ canvasElement }) => {
    await choose(canvasElement, await takePhoto({ width: 1200, height: 900 }));
    const field = within(canvasElement);
    const bar = await field.findByRole("progressbar", { name: "Uploading…" }, patient);
    await expect(bar).not.toHaveAttribute("aria-valuenow");
  },
};

/** A failed upload keeps the image, and a button retries it. */
export const UploadFailed: Story = {
  args: {
    uploadImage: fn<Upload>()
      .mockRejectedValueOnce(new TypeError("Failed to fetch"))
      .mockImplementation(never),
  },
  play: async ({ canvasElement, args }) => {
    await choose(canvasElement, await takePhoto({ width: 1200, height: 900 }));
    const field = within(canvasElement);
    await expect(
      await field.findByText(/“boat.jpg” couldn’t be uploaded\./, {}, patient),
    ).toBeVisible();
    await expect(field.getByRole("button", { name: "Try again" })).toBeVisible();
    await expect(args.uploadImage).toHaveBeenCalledOnce();
  },
};

/** Detected by its bytes, regardless of its name. Browsers that can decode HEIC (Safari) convert it to JPEG. */
export const Heic: Story = {
  tags: ["!autodocs"],
  args: { image: origamiBird },
  play: async ({ canvasElement }) => {
    await choose(canvasElement, heicFile("holiday.jpg"));
    const field = within(canvasElement);
    await expect(
      await field.findByText(/“holiday.jpg” is a HEIC photo/, {}, patient),
    ).toBeVisible();
    await expect(field.getByRole("img", { name: "Start image: preview" })).toBeVisible();
  },
};

/** A file that isn't an image is rejected with a message. The previous image is kept. */
export const UnsupportedFile: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    await choose(canvasElement, new File(["Dear …"], "letter.jpg", { type: "image/jpeg" }));
    await expect(
      await within(canvasElement).findByText(/isn’t a supported image/, {}, patient),
    ).toBeVisible();
  },
};

export const Damaged: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    const photo = await takePhoto({ width: 800, height: 600, type: "image/png" });
    await choose(canvasElement, new File([photo.slice(0, 33)], "half.png"));
    await expect(
      await within(canvasElement).findByText(/“half.png” couldn’t be read/, {}, patient),
    ).toBeVisible();
  },
};

/** Crops to a fixed ratio by dragging, pinching, buttons, or keyboard, always from the original file. */
export const Crop: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, await takePhoto({ width: 1600, height: 1200 }));
    await isReady(canvasElement);
    const field = within(canvasElement);
    await userEvent.click(field.getByRole("button", { name: "Crop" }));
    const frame = await field.findByRole("application", { name: "Crop area" }, patient);
    await waitFor(() => expect(frame).toHaveFocus());
    await userEvent.keyboard("{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}++");
    await userEvent.click(field.getByRole("button", { name: "Move right" }));
    await expect(field.getByRole("slider", { name: "Zoom" })).not.toHaveValue("1");
  },
};

export const Cropped: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    await choose(canvasElement, await takePhoto({ width: 1600, height: 1200 }));
    await isReady(canvasElement);
    const field = within(canvasElement);
    await userEvent.click(field.getByRole("button", { name: "Crop" }));
    await userEvent.click(await field.findByRole("radio", { name: "9:16" }, patient));
    await userEvent.click(field.getByRole("button", { name: "Apply crop" }));
    await expect(await field.findByText(/ → 576 × 1024, /, {}, patient)).toBeVisible();
  },
};

/** The whole field is a drop target. */
export const Dropping: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(await takePhoto({ width: 800, height: 600 }));
    const label = within(canvasElement).getByText("Start image");
    const over = { dataTransfer, bubbles: true, cancelable: true };
    label.dispatchEvent(new DragEvent("dragover", over));
    await expect(await within(canvasElement).findByText("Drop the image here")).toBeVisible();
  },
};

/** Accepts an image pasted anywhere in the form. */
export const Pasted: Story = {
  tags: ["!autodocs"],
  play: async ({ canvasElement }) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(await takePhoto({ width: 800, height: 600, name: "screenshot.jpg" }));
    const button = within(canvasElement).getByRole("button", { name: "Generate" });
    const pasted = { clipboardData, bubbles: true, cancelable: true };
    button.dispatchEvent(new ClipboardEvent("paste", pasted));
    await isReady(canvasElement);
    await expect(within(canvasElement).getByText("screenshot.jpg")).toBeVisible();
  },
};

export const Inline: Story = {
  tags: ["!autodocs"],
  args: { image: origamiBird },
  play: async ({ canvasElement }) => {
    await expect(
      within(canvasElement).getByRole("img", { name: "Start image: preview" }),
    ).toBeVisible();
  },
};

/** An initial URL is fetched only when the user requests a preview. */
export const Address: Story = {
  args: { image: String(sdxlImg2img.example?.image) },
  play: async ({ canvasElement }) => {
    const field = within(canvasElement);
    await expect(field.queryByRole("img")).toBeNull();
    await expect(field.getByRole("button", { name: "Show preview" })).toBeVisible();
    await expect(field.getByText(/The image service downloads this image/)).toBeVisible();
  },
};

/** Once its image has loaded, a URL is shown as a file name. */
export const LoadedAddress: Story = {
  tags: ["!autodocs"],
  args: { image: new URL("../docs/images/studio.jpg", import.meta.url).href },
  play: async ({ canvasElement }) => {
    const field = within(canvasElement);
    await userEvent.click(field.getByRole("button", { name: "Show preview" }));
    await expect(await field.findByText(/^studio.*\.jpg$/)).toBeVisible();
    await expect(field.queryByRole("textbox")).toBeNull();
  },
};

function OwnUpload() {
  const { upload, status, image, error } = useImageUpload({ maxSide: 512 });
  return (
    <label>
      Your own:{" "}
      <input
        type="file"
        accept="image/*"
        onChange={({ target }) => void (target.files?.[0] && upload(target.files[0]))}
      />
      <output>
        {status} {error?.code} {image && `${image.width} × ${image.height}`}
      </output>
    </label>
  );
}

/** `useImageUpload` with custom elements. */
export const Headless: Story = {
  render: () => <OwnUpload />,
  play: async ({ canvasElement }) => {
    await choose(canvasElement, await takePhoto({ width: 1000, height: 500 }));
    await expect(
      await within(canvasElement).findByText("ready 512 × 256", {}, patient),
    ).toBeVisible();
  },
};
