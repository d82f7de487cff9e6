import {z} from "zod";

/** An estimate with its standard error. */
export const estimateSchema = z.strictObject({value: z.number(), standardError: z.number().nonnegative()});

/** A figure computed from a sample, with its 95 % interval: what other samples would have given. */
export const intervalSchema = z.strictObject({value: z.number(), low: z.number(), high: z.number()});
