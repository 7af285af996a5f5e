import { attributeOf, type CleanElement, cleanElements, isCleanElement } from '../clean-tree.ts';
import { type Harvest, removed } from './pass.ts';

/** Pictures that somebody else refused, with the figure around them when they are all it shows. */
export function refusePictures(root: CleanElement, refused: ReadonlySet<string>, harvest: Harvest): void {
  const isRefused = (element: CleanElement): boolean =>
    element.tag === 'img' && refused.has(attributeOf(element, 'src') ?? '');
  for (const element of [root, ...cleanElements(root)]) {
    element.children = element.children.filter((child) => {
      if (!isCleanElement(child)) return true;
      const pictures = child.tag === 'figure' ? cleanElements(child).filter(({ tag }) => tag === 'img') : [];
      const goes = pictures.length > 0 ? pictures.every(isRefused) : isRefused(child);
      if (goes)
        removed(
          harvest,
          'refuse-pictures',
          'removed-common-picture',
          'a picture that stands in many articles of the source',
          attributeOf(pictures[0] ?? child, 'src') ?? '',
        );
      return !goes;
    });
  }
}
