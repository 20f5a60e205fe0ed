"use client";
import { useRef, useState, type CSSProperties, type KeyboardEvent } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { useImageActionLabels } from "../../internals/useImageActionLabels.ts";
import { useModal } from "../../internals/useModal.ts";
import { useParts } from "../../internals/useParts.ts";
import { ImageResultFavorite } from "../actions/ImageResultFavorite.tsx";
import { ImageResultUse } from "../actions/ImageResultUse.tsx";
import { ImageResultAiLabel } from "../ai-label/ImageResultAiLabel.tsx";
import {
  ImageIndexContext,
  isShownAsImage,
  kindOf,
  useImageResult,
  useImageResultActions,
} from "../context/ImageResultContext.ts";
import { ImageResultCopy } from "../download/ImageResultCopy.tsx";
import { ImageResultDownload } from "../download/ImageResultDownload.tsx";
import { useZoomGestures } from "./useZoomGestures.ts";
import { useZoomView } from "./useZoomView.ts";
import { ZoomButton } from "./ZoomButton.tsx";
import { zoomKey } from "./zoomKey.ts";

export interface ZoomDialogProps {
  readonly index: number;
  readonly onClose: () => void;
}

const step = 1.5;

export function ZoomDialog({ index: first, onClose }: ZoomDialogProps) {
  const part = useParts();
  const labels = useEasel().labels.result;
  const actionText = useImageActionLabels();
  const context = useImageResult("ImageResult.Zoom");
  const { setMissing } = useImageResultActions("ImageResult.Zoom");
  const { result, prompt, missing } = context;
  const [index, setIndex] = useState(first);
  const [announcement, setAnnouncement] = useState("");
  const modal = useModal(onClose);
  const { ref: dialog } = modal;
  const frame = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const zoom = useZoomView(frame, image);

  const images = result?.images ?? [];
  const url = images[index]?.url;
  const isImage = isShownAsImage(kindOf(images[index], context));
  const percent = (scale: number) =>
    new Intl.NumberFormat(labels.locale, { style: "percent" }).format(scale);
  const position = actionText.position(index, images.length);

  const close = () => dialog.current?.close();
  const isRightToLeft = () =>
    dialog.current !== null && getComputedStyle(dialog.current).direction === "rtl";

  function go(by: number) {
    const next = index + by;
    if (next < 0 || next >= images.length) return;
    setIndex(next);
    zoom.reset();
    setAnnouncement(actionText.position(next, images.length));
  }

  function zoomBy(factor: number) {
    setAnnouncement(actionText.zoomedTo(percent(zoom.zoomBy(factor))));
  }

  function fit() {
    zoom.reset();
    setAnnouncement(actionText.fitToScreen);
  }

  function handleKeyDown(event: KeyboardEvent) {
    const move = zoomKey(event, { zoomed: zoom.view.scale > 1, rightToLeft: isRightToLeft() });
    if (!move) return;
    event.preventDefault();
    if ("go" in move) go(move.go);
    else if ("pan" in move) zoom.panBy(move.pan);
    else if (move.zoom === 0) fit();
    else zoomBy(move.zoom > 0 ? step : 1 / step);
  }

  const { handlers, moving } = useZoomGestures({
    frame,
    zoom,
    onClose: close,
    onSwipe: (direction) => go(isRightToLeft() ? direction : -direction),
  });

  const { scale, x, y } = zoom.view;
  const isFitted = scale === 1;
  const pixels = percent(zoom.pixelScale);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys work anywhere inside the dialog
    <dialog
      {...modal}
      {...part("zoom", "root")}
      // Dark in every theme, because surrounding colors affect how an image is perceived.
      data-theme="dark"
      aria-label={actionText.enlarged}
      onKeyDown={handleKeyDown}
    >
      <div {...part("zoom-bar", "row")}>
        <ZoomButton icon="close" name="close" label={labels.close} onClick={close} />
        <p {...part("zoom-prompt", "caption")} dir="auto">
          {prompt}
        </p>
      </div>
      <div
        {...handlers}
        ref={frame}
        {...part("zoom-frame")}
        data-zoomed={scale > 1 ? "" : undefined}
        data-moving={moving ? "" : undefined}
      >
        {url === undefined || missing.has(url) || !isImage ? (
          <p {...part("zoom-missing")}>{isImage ? labels.missing : labels.notAnImage}</p>
        ) : (
          <img
            key={url}
            ref={image}
            {...part("zoom-image")}
            src={url}
            alt={labels.alt(prompt, index, images.length)}
            draggable={false}
            style={
              {
                "--easel-x": `${x}px`,
                "--easel-y": `${y}px`,
                "--easel-scale": scale,
              } as CSSProperties
            }
            onError={() => setMissing(url, true)}
          />
        )}
      </div>
      <div {...part("zoom-bar", "row")}>
        {images.length > 1 && (
          <div {...part("zoom-group", "line")}>
            <ZoomButton
              icon="previous"
              label={actionText.previous}
              isOff={index === 0}
              onClick={() => go(-1)}
            />
            <span {...part("zoom-position", "figures")}>{position}</span>
            <ZoomButton
              icon="next"
              label={actionText.next}
              isOff={index === images.length - 1}
              onClick={() => go(1)}
            />
          </div>
        )}
        <div {...part("zoom-group", "line")} role="group" aria-label={actionText.zoomControls}>
          <ZoomButton
            icon="minus"
            label={actionText.zoomOut}
            isOff={scale <= 1}
            onClick={() => zoomBy(1 / step)}
          />
          <button
            {...part("zoom-fit", "button-bare")}
            aria-label={isFitted ? actionText.fitToScreen : actionText.zoomFit(pixels)}
            title={actionText.fitToScreen}
            onClick={fit}
          >
            {isFitted ? actionText.fit : pixels}
          </button>
          <ZoomButton icon="plus" label={actionText.zoomIn} onClick={() => zoomBy(step)} />
        </div>
        <ImageIndexContext.Provider value={index}>
          <ImageResultAiLabel />
          <div {...part("zoom-group", "line")}>
            <ImageResultCopy />
            <ImageResultDownload />
            {/* Without words, whose length changes. */}
            <ImageResultFavorite>
              <ActionIcon name="star" />
            </ImageResultFavorite>
            <ImageResultUse onClick={close} />
          </div>
        </ImageIndexContext.Provider>
      </div>
      <p role="status" {...part("zoom-status", "live")}>
        {announcement}
      </p>
    </dialog>
  );
}
