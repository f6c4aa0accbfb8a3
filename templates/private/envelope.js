// The text that an envelope holds for this secret; throws for everything that is not right.
async function opened(envelope, link) {
  const secret = readLink(link);
  const id = await pageId(secret);
  const page = JSON.parse(envelope);
  must(Object.keys(page).sort().join() === "ct,id,nonce,salt,v" && page.v === 1 && page.id === id);
  const [salt, iv, sealed] = [page.salt, page.nonce, page.ct].map(bytesOf);
  must(salt.length === 16 && iv.length === 12);
  const aes = { name: "AES-GCM", length: 256, iv, additionalData: label(id) };
  const key = await crypto.subtle.deriveKey(hkdf(salt, "content"), await material(secret), aes, false, ["decrypt"]);
  return unpacked(new Uint8Array(await crypto.subtle.decrypt(aes, key, sealed)));
}

async function unpacked(padded) {
  const end = padded.lastIndexOf(0x80);
  must(padded.length % 4096 === 0 && padded.length - end <= 4096 && padded.subarray(end + 1).every(byte => !byte));
  const packed = padded.subarray(0, end);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const body = await new Response(stream).arrayBuffer();
  // Some engines let bytes after the end pass: a gzip ends with the length of what it holds.
  must(new DataView(padded.buffer).getUint32(end - 4, true) === body.byteLength);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
}
