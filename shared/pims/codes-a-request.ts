/** So many codes are asked for in one request, as filters joined by OR. */
export const CODES_A_REQUEST = 50;
