import ts from "typescript";
import type {Attribute, ClassDeclaration, EventDescription, Field, Method} from "./manifest-schema.ts";
import {isOwn, type Sources} from "./program.ts";

/** What one class says of itself, in its doc comment, its `static properties` and its public members. */
export type OwnApi = Pick<
  ClassDeclaration,
  "name" | "description" | "attributes" | "members" | "events" | "slots" | "cssParts" | "cssStates"
>;

/** Called by the browser or by Lit, never by a page. */
const lifecycle = /^(connected|disconnected|adopted|attributeChanged|connectedMove)Callback$/;

/** A class and its ancestors that are the package's own, the farthest first. */
export function lineage(declaration: ts.ClassDeclaration, {checker}: Sources): ts.ClassDeclaration[] {
  const parent = declaration.heritageClauses?.find(({token}) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const named = parent && checker.getTypeAtLocation(parent.expression).symbol.valueDeclaration;
  if (named === undefined || !ts.isClassDeclaration(named) || !isOwn(named.getSourceFile().fileName)) {
    return [declaration];
  }
  return [...lineage(named, {checker} as Sources), declaration];
}

/** The class of that name in a file. */
export function classNamed(name: string, file: ts.SourceFile): ts.ClassDeclaration {
  const found = file.statements.find(
    (statement): statement is ts.ClassDeclaration => ts.isClassDeclaration(statement) && statement.name?.text === name
  );
  if (found === undefined) throw new Error(`${file.fileName} holds no class ${name}`);
  return found;
}

/** @throws {Error} where a tag of the doc comment has no name or no description */
export function readClass(
  declaration: ts.ClassDeclaration,
  {checker}: Sources,
  eventTypes: Map<string, string>
): OwnApi {
  const name = declaration.name!.text;
  const tags = tagsOf(declaration);
  const reactive = reactiveProperties(declaration);
  const defaults = defaultsOf(declaration);
  const members: (Field | Method)[] = [];
  for (const member of declaration.members) {
    if (!isPublic(member) || member.name === undefined || !ts.isIdentifier(member.name)) continue;
    const memberName = member.name.text;
    const description = descriptionOf(member);
    if (ts.isMethodDeclaration(member)) {
      if (isOverride(member) || lifecycle.test(memberName)) continue;
      members.push({
        kind: "method",
        name: memberName,
        description,
        ...(member.parameters.length > 0 && {
          parameters: member.parameters.map((parameter) => ({
            name: parameter.name.getText(),
            type: {text: typeText(parameter, checker)}
          }))
        }),
        return: {type: {text: returnText(member, checker)}},
        ...deprecation(member)
      });
    } else if (ts.isPropertyDeclaration(member) || ts.isGetAccessor(member)) {
      if (isOverride(member)) continue;
      const options = reactive.get(memberName);
      if (options?.state) continue;
      const attribute = options && attributeOf(memberName, options);
      const settable = ts.isPropertyDeclaration(member)
        ? !has(member, ts.SyntaxKind.ReadonlyKeyword)
        : declaration.members.some((other) => ts.isSetAccessor(other) && other.name.getText() === memberName);
      members.push({
        kind: "field",
        name: memberName,
        description,
        type: {text: typeText(member, checker)},
        ...(defaults.has(memberName) && {default: defaults.get(memberName)!}),
        ...(attribute !== undefined && {attribute}),
        ...(options?.reflect && {reflects: true as const}),
        ...(!settable && {readonly: true as const}),
        ...deprecation(member)
      });
    }
  }
  const plain = (...names: string[]) =>
    tags.filter(({tag}) => names.includes(tag)).map(({name, description}) => ({name, description}));
  const attributes = members.flatMap((member): Attribute[] => {
    if (member.kind !== "field" || member.attribute === undefined) return [];
    const tag = tags.find(({tag, name}) => ["attr", "attribute"].includes(tag) && name === member.attribute);
    return [
      {
        name: member.attribute,
        description: tag?.description ?? member.description,
        type: {text: tag?.type ?? member.type.text},
        ...(member.default !== undefined && {default: member.default}),
        fieldName: member.name
      }
    ];
  });
  // An attribute that no property holds, as one that is read when it is needed.
  for (const {tag, name, type, description} of tags) {
    if (!["attr", "attribute"].includes(tag) || attributes.some((attribute) => attribute.name === name)) continue;
    attributes.push({name, description, type: {text: type ?? "string"}});
  }
  const events = plain("fires", "event").map((event): EventDescription => ({
    ...event,
    type: {text: eventTypes.get(event.name) ?? "Event"}
  }));
  return {
    name,
    description: descriptionOf(declaration),
    attributes,
    members,
    events,
    slots: plain("slot"),
    cssParts: plain("csspart"),
    cssStates: plain("cssstate")
  };
}

interface Tag {
  tag: string;
  name: string;
  type?: string;
  description: string;
}

function tagsOf(node: ts.Node): Tag[] {
  return ts.getJSDocTags(node).flatMap((jsdoc): Tag[] => {
    const tag = jsdoc.tagName.text;
    if (!/^(attr|attribute|fires|event|slot|csspart|cssstate)$/.test(tag)) return [];
    const text = plainText(jsdoc.comment);
    const [, type, name, description] = /^(?:\{([^}]*)\}\s*)?(\S+)\s+(?:-\s+)?([^]+)$/.exec(text) ?? [];
    if (name === undefined || description === undefined) {
      throw new Error(`${node.getSourceFile().fileName}: @${tag} ${text}: expected "name - description"`);
    }
    return [{tag, name, description, ...(type !== undefined && {type})}];
  });
}

function descriptionOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return plainText(comment?.comment);
}

function deprecation(node: ts.Node): {deprecated?: string | true} {
  const tag = ts.getJSDocDeprecatedTag(node);
  return tag === undefined ? {} : {deprecated: plainText(tag.comment) || true};
}

function plainText(comment: Parameters<typeof ts.getTextOfJSDocComment>[0]): string {
  return (ts.getTextOfJSDocComment(comment) ?? "").replace(/\s*\n\s*/g, " ").trim();
}

interface ReactiveOptions {
  attribute: string | boolean;
  state: boolean;
  reflect: boolean;
}

/** What `static properties` says, apart from what it spreads. */
function reactiveProperties(declaration: ts.ClassDeclaration): Map<string, ReactiveOptions> {
  const member = declaration.members.find(
    (member): member is ts.PropertyDeclaration =>
      ts.isPropertyDeclaration(member) &&
      member.name.getText() === "properties" &&
      has(member, ts.SyntaxKind.StaticKeyword)
  );
  const properties = new Map<string, ReactiveOptions>();
  for (const [name, value] of entriesOf(member?.initializer)) {
    const options = new Map(entriesOf(value));
    const attribute = options.get("attribute");
    properties.set(name, {
      attribute:
        attribute === undefined
          ? true
          : ts.isStringLiteral(attribute)
            ? attribute.text
            : attribute.kind !== ts.SyntaxKind.FalseKeyword,
      state: options.get("state")?.kind === ts.SyntaxKind.TrueKeyword,
      reflect: options.get("reflect")?.kind === ts.SyntaxKind.TrueKeyword
    });
  }
  return properties;
}

function entriesOf(node: ts.Expression | undefined): [string, ts.Expression][] {
  if (node === undefined) return [];
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return entriesOf(node.expression);
  if (!ts.isObjectLiteralExpression(node)) return [];
  return node.properties
    .filter(ts.isPropertyAssignment)
    .map(({name, initializer}) => [ts.isStringLiteral(name) ? name.text : name.getText(), initializer]);
}

/** Lit's rule: an attribute has the property's name in lower case unless another is given. */
function attributeOf(name: string, {attribute}: ReactiveOptions): string | undefined {
  if (attribute === false) return undefined;
  return attribute === true ? name.toLowerCase() : attribute;
}

/** What the constructor sets, where it is a literal. */
function defaultsOf(declaration: ts.ClassDeclaration): Map<string, string> {
  const body = declaration.members.find(ts.isConstructorDeclaration)?.body;
  const defaults = new Map<string, string>();
  for (const statement of body?.statements ?? []) {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue;
    const {left, operatorToken, right} = statement.expression;
    if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPropertyAccessExpression(left)) continue;
    if (left.expression.kind === ts.SyntaxKind.ThisKeyword) defaults.set(left.name.text, right.getText());
  }
  return defaults;
}

function isPublic(member: ts.ClassElement): boolean {
  const {PrivateKeyword, ProtectedKeyword, StaticKeyword} = ts.SyntaxKind;
  if ([PrivateKeyword, ProtectedKeyword, StaticKeyword].some((kind) => has(member, kind))) return false;
  return !ts.getJSDocTags(member).some(({tagName}) => tagName.text === "internal");
}

function isOverride(member: ts.ClassElement): boolean {
  return has(member, ts.SyntaxKind.OverrideKeyword);
}

function has(member: ts.ClassElement, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(member) && (ts.getModifiers(member) ?? []).some((modifier) => modifier.kind === kind);
}

function typeText(
  node: ts.PropertyDeclaration | ts.ParameterDeclaration | ts.GetAccessorDeclaration,
  checker: ts.TypeChecker
): string {
  const written = node.type?.getText().replace(/\s*\n\s*/g, " ");
  return written ?? checker.typeToString(checker.getTypeAtLocation(node), node, ts.TypeFormatFlags.NoTruncation);
}

function returnText(node: ts.MethodDeclaration, checker: ts.TypeChecker): string {
  const written = node.type?.getText().replace(/\s*\n\s*/g, " ");
  if (written !== undefined) return written;
  const signature = checker.getSignatureFromDeclaration(node)!;
  return checker.typeToString(signature.getReturnType(), node, ts.TypeFormatFlags.NoTruncation);
}
