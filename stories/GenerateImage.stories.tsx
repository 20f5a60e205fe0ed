import type { Meta, StoryObj } from "@storybook/react-vite";
import { useMemo, useState, type ReactNode } from "react";
import {
  EaselProvider,
  GenerateImage,
  sdxlTorch,
  sdxlTxt2img,
  useEasel,
  type GeneratedFile,
  type GeneratedUrl,
  type GenerateImageRootProps,
} from "react-easel";
import { Controller, useForm } from "react-hook-form";
import { expect, fn, mocked, userEvent, waitFor, within } from "storybook/test";
import { pixelAt, takePhoto } from "./photos.ts";

interface ExampleProps extends Pick<
  GenerateImageRootProps,
  "allowUpload" | "height" | "name" | "width"
> {
  readonly label: string;
  readonly onChange?: (value: GeneratedFile | null) => void;
  readonly onSubmit?: (values: unknown) => void;
}

/** Text fields and labels of the stories' own forms. */
const stacked = { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: "0.5rem" };

function GenerateImageField({ label, name, width, height, allowUpload, onChange }: ExampleProps) {
  const field = { name, width, height, allowUpload, onChange };
  return (
    <div style={stacked}>
      <strong id="label">{label}</strong>
      <GenerateImage.Root {...field} model={sdxlTorch} aria-labelledby="label" />
    </div>
  );
}

/**
 * A field of your own form whose value is a generated image: a `File` or a URL, with its alt text, size, and settings.
 * The user generates images in a dialog, picks one, crops it to the size that the form needs, and edits the alt text.
 */
const meta = {
  title: "Parts/GenerateImage",
  id: "generateimage",
  component: GenerateImageField,
  subcomponents: {
    Root: GenerateImage.Root,
    Preview: GenerateImage.Preview,
    Trigger: GenerateImage.Trigger,
    Upload: GenerateImage.Upload,
    Remove: GenerateImage.Remove,
  },
  tags: ["autodocs"],
  args: { label: "Avatar", name: "avatar", onChange: fn(), onSubmit: fn() },
  argTypes: { onSubmit: { table: { disable: true } } },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "36rem", marginInline: "auto" }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof GenerateImageField>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Generating and encoding real images may be slow on a busy machine. */
const patient = { timeout: 30_000 };

/** The dialog is rendered at the end of the page. */
const page = () => within(document.body);
const dialog = async () => within(await page().findByRole("dialog", {}, patient));

const press = async (name: string) =>
  userEvent.click(await page().findByRole("button", { name }, patient));

async function generate(prompt: string): Promise<void> {
  await press("Generate an image");
  const fields = await dialog();
  await userEvent.type(fields.getByRole("textbox", { name: "Prompt" }), prompt);
  await userEvent.click(fields.getByRole("button", { name: "Generate" }));
  await fields.findByRole("button", { name: "Continue" }, patient);
}

async function finish(): Promise<void> {
  const use = await page().findByRole("button", { name: "Use image" }, patient);
  await waitFor(() => expect(use).toBeEnabled(), patient);
  await userEvent.click(use);
  await waitFor(() => expect(page().queryByRole("dialog")).toBeNull(), patient);
}

function lastValue({ onChange = fn() }: ExampleProps): GeneratedFile {
  const calls: readonly (readonly (GeneratedFile | null)[])[] = mocked(onChange).mock.calls;
  const value = calls.at(-1)?.[0];
  if (!value) throw new Error("The field has no value.");
  return value;
}

async function sizeOf(file: Blob) {
  const { width, height } = await createImageBitmap(file);
  return { width, height };
}

/** Exactly 512 × 512 pixels. The value has the file, its alt text, its size, and the settings with the actual seed. */
export const Avatar: Story = {
  args: { width: 512, height: 512 },
  play: async ({ args }) => {
    await generate("a (red fox:1.3) in the snow");
    await press("Continue");
    const step = await dialog();
    const alt = await step.findByRole("textbox", { name: "Alt text" });
    await expect(alt).toHaveValue("a red fox in the snow");
    await userEvent.type(alt, ", smiling");
    await finish();

    await expect(args.onChange).toHaveBeenCalledOnce();
    const value = lastValue(args);
    await expect(value).toMatchObject({
      alt: "a red fox in the snow, smiling",
      width: 512,
      height: 512,
      settings: { modelId: "sdxl-torch", input: { prompt: "a (red fox:1.3) in the snow" } },
    });
    await expect(value.settings?.input["seed"]).toBeGreaterThan(0);
    await expect(value.file.name).toMatch(/^a-red-fox-in-the-snow-\d+\.png$/);
    await expect(await sizeOf(value.file)).toEqual({ width: 512, height: 512 });
    const image = await page().findByRole("img", { name: "a red fox in the snow, smiling" });
    await expect(image).toBeVisible();
    await expect(page().getByRole("button", { name: "Change" })).toHaveFocus();
  },
};

/** A 16:9 cover of exactly 960 × 540 pixels and at most 200 kB. The dialog chooses the model's closest size. */
export const BlogCover: Story = {
  args: { label: "Cover image", name: "cover" },
  render: ({ label, onChange }) => (
    <div style={stacked}>
      <strong id="label">{label}</strong>
      <GenerateImage.Root
        model={sdxlTxt2img}
        name="cover"
        aria-labelledby="label"
        width={960}
        height={540}
        accept={["image/jpeg"]}
        maxBytes={200_000}
        defaultValues={{ samples: 4 }}
        onChange={onChange}
      />
    </div>
  ),
  play: async ({ args }) => {
    await generate("a lighthouse at dusk");
    const step = await dialog();
    const images = step.getAllByRole("radio", { name: /^a lighthouse at dusk, image \d of 4$/ });
    await expect(images).toHaveLength(4);
    images[0]?.focus();
    await userEvent.keyboard("{ArrowRight}");
    await expect(images[1]).toBeChecked();
    await press("Enlarge, image 3 of 4");
    const enlarged = within(await page().findByRole("dialog", { name: "Enlarged image" }));
    await userEvent.click(enlarged.getByRole("button", { name: "Close" }));
    const enlarge = step.getByRole("button", { name: "Enlarge, image 3 of 4" });
    await waitFor(() => expect(enlarge).toHaveFocus());
    await press("Continue");
    const crop = await step.findByRole("application", { name: "Crop area" });
    crop.focus();
    await userEvent.keyboard("+{ArrowDown}");
    await userEvent.click(step.getByRole("button", { name: "Move up" }));
    await finish();
    const value = lastValue(args);
    await expect(value.file.type).toBe("image/jpeg");
    await expect(value.file.size).toBeLessThanOrEqual(200_000);
    await expect(await sizeOf(value.file)).toEqual({ width: 960, height: 540 });
    await press("Change");
    const again = (await dialog()).getAllByRole("radio");
    await expect(again[1]).toBeChecked();
    await press("Close");
  },
};

/** Users can also choose, drop, and crop their own file. */
export const BesideUpload: Story = {
  args: { width: 512, height: 512, allowUpload: true },
  play: async ({ args, canvasElement }) => {
    const photo = await takePhoto({ width: 1600, height: 1200, orientation: 6 });
    const picker = canvasElement.querySelector<HTMLInputElement>('input[type="file"][hidden]');
    await userEvent.upload(picker as HTMLInputElement, photo, { applyAccept: false });
    const step = await dialog();
    const alt = await step.findByRole("textbox", { name: "Alt text" });
    await expect(alt).toHaveValue("");
    await userEvent.type(alt, "Me at the lake");
    await finish();
    const value = lastValue(args);
    await expect(value).toMatchObject({ alt: "Me at the lake", settings: undefined });
    await expect(value.file.name).toBe("boat.jpg");
    await expect(await sizeOf(value.file)).toEqual({ width: 512, height: 512 });
    // The upright photo has its sun at the top left.
    const [red = 0, green = 0] = await pixelAt(value.file, 0.1, 0.05);
    await expect(red - green).toBeGreaterThan(80);
    await expect(await value.file.text()).not.toContain("Exif");
  },
};

interface Profile {
  readonly name: string;
  readonly avatar: GeneratedFile | null;
}

function ProfileForm({ onSubmit }: ExampleProps) {
  const { control, handleSubmit, register } = useForm<Profile>({
    defaultValues: { name: "Robin", avatar: null },
  });
  return (
    <form
      style={stacked}
      noValidate
      onSubmit={(event) => void handleSubmit((v) => onSubmit?.(v))(event)}
    >
      <label>
        Name <input {...register("name")} />
      </label>
      <strong id="label">Avatar</strong>
      <Controller
        control={control}
        name="avatar"
        rules={{ required: "Every profile needs an avatar." }}
        render={({ field, fieldState: { invalid, error } }) => (
          <>
            <GenerateImage.Root
              {...field}
              model={sdxlTorch}
              width={256}
              height={256}
              aria-labelledby="label"
              aria-describedby="avatar-error"
              aria-invalid={invalid}
            />
            <p id="avatar-error">{error?.message}</p>
          </>
        )}
      />
      <button>Save</button>
    </form>
  );
}

/** In React Hook Form's `Controller`, with `{...field}`. An error moves focus to the field. */
export const ReactHookForm: Story = {
  render: (args) => <ProfileForm {...args} />,
  play: async ({ args }) => {
    await press("Save");
    const field = await page().findByRole("group", { name: "Avatar" });
    await waitFor(() => expect(field).toHaveAttribute("aria-invalid", "true"));
    const trigger = page().getByRole("button", { name: "Generate an image" });
    await waitFor(() => expect(trigger).toHaveFocus());
    await expect(trigger).toHaveAccessibleDescription("Every profile needs an avatar.");
    await generate("an owl");
    await press("Continue");
    await finish();
    await waitFor(() => expect(field).not.toHaveAttribute("aria-invalid", "true"));
    await expect(args.onSubmit).not.toHaveBeenCalled();
    await press("Save");
    await waitFor(() => expect(args.onSubmit).toHaveBeenCalledOnce());
    await expect(args.onSubmit).toHaveBeenCalledWith(
      expect.objectContaining({
        name: "Robin",
        avatar: expect.objectContaining({ alt: "an owl", width: 256 }) as unknown,
      }),
    );
  },
};

function NativeForm({ onSubmit }: ExampleProps) {
  const [data, setData] = useState("");
  return (
    <form
      style={stacked}
      onSubmit={(event) => {
        event.preventDefault();
        const entries = [...new FormData(event.currentTarget)].map(([name, value]) =>
          value instanceof File
            ? `${name}: ${value.name} (${value.type}, ${value.size > 0 ? "with content" : "empty"})`
            : `${name}: ${value}`,
        );
        setData(entries.join("\n"));
        onSubmit?.(entries);
      }}
    >
      <label>
        Name <input name="name" defaultValue="Robin" />
      </label>
      <strong id="label">Avatar</strong>
      <GenerateImage.Root
        model={sdxlTorch}
        name="avatar"
        altName="avatarAlt"
        required
        width={256}
        height={256}
        aria-labelledby="label"
      />
      <span>
        <button>Save</button> <button type="reset">Reset</button>
      </span>
      <pre style={{ overflow: "auto", whiteSpace: "pre-wrap" }}>{data}</pre>
    </form>
  );
}

/** In a native form. Its data contains the file, `required` works, and a reset clears the field. */
export const InNativeForm: Story = {
  render: (args) => <NativeForm {...args} />,
  play: async ({ args, canvasElement }) => {
    await press("Save");
    await expect(args.onSubmit).not.toHaveBeenCalled();
    const trigger = page().getByRole("button", { name: "Generate an image" });
    await waitFor(() => expect(trigger).toHaveFocus());
    await expect(trigger).toHaveAccessibleDescription("Add an image.");

    await generate("a paper boat");
    const prompt = (await dialog()).getByRole("textbox", { name: "Prompt" });
    await userEvent.type(prompt, "{Enter}");
    await press("Continue");
    await userEvent.type(await page().findByRole("textbox", { name: "Alt text" }), "{Enter}");
    await finish();
    await expect(args.onSubmit).not.toHaveBeenCalled();
    await expect(page().queryByText("Add an image.")).toBeNull();
    await press("Save");
    const data = await page().findByText(
      /avatar: a-paper-boat-\d+\.png \(image\/png, with content\)/,
    );
    await expect(data).toHaveTextContent("avatarAlt: a paper boat");

    await press("Reset");
    await page().findByRole("button", { name: "Generate an image" });
    const form = canvasElement.querySelector("form") as HTMLFormElement;
    await expect(new FormData(form).get("avatar")).toMatchObject({ size: 0 });
    await expect(form.checkValidity()).toBe(false);
  },
};

function StoredImage({ onSubmit }: ExampleProps) {
  const [value, setValue] = useState<GeneratedUrl | null>(null);
  return (
    <form
      style={stacked}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.(Object.fromEntries(new FormData(event.currentTarget)));
      }}
    >
      <GenerateImage.Root
        model={sdxlTorch}
        name="avatar"
        output="url"
        storeFile={async (file) => `https://files.test/${file.name.length > 0 ? "1.png" : ""}`}
        value={value}
        onChange={setValue}
        aria-label="Avatar"
      />
      <button>Save</button>
    </form>
  );
}

/** The value is a URL: your app stores the file when the user accepts the image. */
export const StoredByTheApp: Story = {
  render: (args) => <StoredImage {...args} />,
  play: async ({ args }) => {
    await generate("a harbor");
    await press("Continue");
    await finish();
    await press("Save");
    await expect(args.onSubmit).toHaveBeenCalledWith({ avatar: "https://files.test/1.png" });
  },
};

function CountSubmits({ children }: { readonly children: ReactNode }) {
  const { client } = useEasel();
  const [submits, setSubmits] = useState(0);
  const counting = useMemo(
    () => ({
      ...client,
      submit: (...given: Parameters<typeof client.submit>) => {
        setSubmits((count) => count + 1);
        return client.submit(...given);
      },
    }),
    [client],
  );
  return (
    <EaselProvider client={counting}>
      {children}
      <output>{submits} submitted</output>
    </EaselProvider>
  );
}

/** The generation continues while the dialog is closed, and isn't sent again when the dialog opens. */
export const ClosedWhileGenerating: Story = {
  decorators: [
    (Story) => (
      <CountSubmits>
        <Story />
      </CountSubmits>
    ),
  ],
  play: async () => {
    await press("Generate an image");
    await expect(page().getByText("0 submitted")).toBeVisible();
    const fields = await dialog();
    await userEvent.type(fields.getByRole("textbox", { name: "Prompt" }), "a fox");
    await userEvent.click(fields.getByRole("button", { name: "Generate" }));
    await fields.findByText("You can close this dialog. Your image will keep generating.");
    await press("Close");
    await waitFor(() => expect(page().queryByRole("dialog")).toBeNull());
    await page().findByText("Your image is ready.", {}, patient);
    await press("Choose image");
    const images = await dialog();
    await expect(await images.findByRole("img", { name: "a fox" })).toBeVisible();
    await expect(images.queryByRole("radio")).toBeNull();
    await expect(images.getByRole("heading")).toHaveFocus();
    await expect(page().getByText("1 submitted")).toBeInTheDocument();
  },
};

/** An image that exceeds `maxBytes` even after compression. The dialog says so, and the user can go back. */
export const TooLarge: Story = {
  render: ({ onChange }) => (
    <GenerateImage.Root
      model={sdxlTorch}
      name="icon"
      aria-label="Icon"
      width={512}
      height={512}
      accept={["image/png"]}
      maxBytes={2_000}
      onChange={onChange}
    />
  ),
  play: async ({ args }) => {
    await generate("a green leaf");
    await press("Continue");
    const use = await page().findByRole("button", { name: "Use image" }, patient);
    await waitFor(() => expect(use).toBeEnabled(), patient);
    await userEvent.click(use);
    const alert = await page().findByText(/^The image is larger than 2 kB/, {}, patient);
    await expect(alert).toBeVisible();
    await expect(args.onChange).not.toHaveBeenCalled();
    await press("Back");
    await expect(await page().findByRole("button", { name: "Continue" })).toBeVisible();
  },
};

/** A failed generation, with its charge and the remedy in the dialog. */
export const Failed: Story = {
  play: async () => {
    await press("Generate an image");
    const fields = await dialog();
    await userEvent.type(
      fields.getByRole("textbox", { name: "Prompt" }),
      "sandbox:run-failed@status",
    );
    await userEvent.click(fields.getByRole("button", { name: "Generate" }));
    await expect(await fields.findByRole("button", { name: "Try again" }, patient)).toBeVisible();
  },
};

const openFirst: Story["play"] = async ({ canvasElement, parameters, userEvent: user }) => {
  await user.click(within(canvasElement).getAllByRole("button")[0] as HTMLElement);
  const opened = await page().findByRole("dialog", {}, patient);
  await waitFor(() => expect(opened).toBeVisible());
  await expect(opened).toHaveAttribute("lang", parameters["language"]);
  const direction = parameters["language"] === "ar" ? "rtl" : "ltr";
  await expect(getComputedStyle(opened).direction).toBe(direction);
};

/** The dialog with German labels, which are long. */
export const German: Story = {
  args: { width: 512, height: 512 },
  parameters: { language: "de" },
  play: openFirst,
};

/** The dialog in a right-to-left page. */
export const Arabic: Story = {
  args: { width: 512, height: 512, allowUpload: true },
  parameters: { language: "ar" },
  play: openFirst,
};
