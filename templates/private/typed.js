// The code that a letter prints: 26 letters of Crockford's base32 and one that checks them.
const CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
const LOOK_ALIKE = { o: "0", i: "1", l: "1" };

// {secret}, or {wrong} with what is wrong: a sign in a {group} of three, the number of letters, the letters together.
function readTyped(text) {
  const letters = text.replace(/[ \t\r\n\u00a0\u2010-\u2015-]/g, "").replace(/[A-Z]/g, letter => letter.toLowerCase());
  const values = Array.from(letters, letter => CROCKFORD.indexOf(LOOK_ALIKE[letter] ?? letter));
  const strange = values.indexOf(-1);
  if (strange >= 0) return { wrong: "sign", group: Math.floor(strange / 3) + 1 };
  if (values.length !== 27) return { wrong: "length" };
  if (checked(values) !== 0 || values[0] > 7) return { wrong: "letters" };
  const number = values.slice(0, 26).reduce((sum, value) => sum * 32n + BigInt(value), 0n);
  const bytes = number.toString(16).padStart(32, "0").match(/../g);
  return { secret: Uint8Array.from(bytes, byte => parseInt(byte, 16)) };
}

// Each letter times another power of a generator of GF(32), added up: nothing when the letters fit.
function checked(values) {
  return values.reduce((sum, value) => doubled(sum) ^ value, 0);
}

const doubled = value => (value << 1) ^ (value & 16 ? 0x25 : 0);
const linkOf = secret => base64url(String.fromCharCode(...secret));
