"use strict";
// A secret: what a link ends with, and the address that comes of it.
const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

// Whatever is not right has one end, and nobody is told which it was.
function must(isRight) {
  if (!isRight) throw new Error("refused");
}

const base64url = signs => btoa(signs).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

// The bytes of a base64url text, which has to be the one way of writing them.
function bytesOf(text) {
  const signs = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  must(base64url(signs) === text);
  return Uint8Array.from(signs, sign => sign.charCodeAt(0));
}

// The last of 22 letters stands for two bits, so only four letters may stand there.
function readLink(text) {
  must(/^[\w-]{21}[AQgw]$/.test(text));
  return bytesOf(text);
}

const label = text => new TextEncoder().encode("continuum/page/v1/" + text);
const hkdf = (salt, use) => ({ name: "HKDF", hash: "SHA-256", salt, info: label(use) });
const material = secret => crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits", "deriveKey"]);

async function pageId(secret) {
  const bits = await crypto.subtle.deriveBits(hkdf(new Uint8Array(), "id"), await material(secret), 80);
  const hex = Array.from(new Uint8Array(bits), byte => byte.toString(16).padStart(2, "0")).join("");
  const digits = BigInt("0x" + hex).toString(32).padStart(16, "0");
  return digits.replace(/./g, digit => BASE32[parseInt(digit, 32)]);
}
