import bands from './schemes/bands-70-60-40.yaml';
import india from './schemes/india.yaml';
import powerOfOne from './schemes/power-of-one.yaml';
import taiwan from './schemes/taiwan.yaml';
import uk from './schemes/uk-2012.yaml';

/** The schemes that come with netroi, as YAML text by their id. Adding one is adding its file and a row. */
export const shippedSchemes: Readonly<Record<string, string>> = {
  'uk-2012': uk,
  india,
  taiwan,
  'bands-70-60-40': bands,
  'power-of-one': powerOfOne,
};
