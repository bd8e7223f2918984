//! The tree of an HTML page: html5ever's tree builder, filling one flat table of nodes.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::fmt;
use std::ops::Range;

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{LocalName, Namespace, QualName};

use super::attribute::AttributeName;
use super::tag::Tag;

/// More nodes than this are no page: 50 MiB of ordinary markup have a fifth of them.
const MOST_NODES: usize = 4_000_000;

/// A node's place in the table; the document is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NodeId(u32);

impl NodeId {
    pub(crate) const DOCUMENT: NodeId = NodeId(0);
    const NONE: NodeId = NodeId(u32::MAX);

    fn some(self) -> Option<NodeId> {
        (self != NodeId::NONE).then_some(self)
    }

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A node with its links.
pub(crate) struct Node {
    parent: NodeId,
    previous: NodeId,
    next: NodeId,
    first: NodeId,
    last: NodeId,
    /// How deep it was put in; not kept up when subtrees move.
    depth: u16,
    content: Content,
}

/// What a node is.
pub(crate) enum Content {
    Element(Element),
    Text(StrTendril),
    /// The document, a comment, a doctype, the inside of a template.
    Other,
}

/// An element.
pub(crate) struct Element {
    pub tag: Tag,
    namespace: Namespace,
    name: LocalName,
    attributes: Range<u32>,
    integration_point: bool,
}

/// The parsed page.
pub(crate) struct Tree {
    nodes: Vec<Node>,
    attributes: Vec<(AttributeName, StrTendril)>,
}

impl Tree {
    pub(crate) fn first_child(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].first.some()
    }

    pub(crate) fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].next.some()
    }

    pub(crate) fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].parent.some()
    }

    pub(crate) fn content(&self, id: NodeId) -> &Content {
        &self.nodes[id.index()].content
    }

    pub(crate) fn element(&self, id: NodeId) -> Option<&Element> {
        match self.content(id) {
            Content::Element(element) => Some(element),
            _ => None,
        }
    }

    pub(crate) fn tag(&self, id: NodeId) -> Tag {
        self.element(id).map_or(Tag::Unknown, |element| element.tag)
    }

    /// The kept attributes of an element.
    pub(crate) fn attributes(&self, element: &Element) -> &[(AttributeName, StrTendril)] {
        self.attributes
            .get(element.attributes.start as usize..element.attributes.end as usize)
            .unwrap_or_default()
    }

    /// The value of an element's attribute.
    pub(crate) fn attribute(&self, id: NodeId, name: AttributeName) -> Option<&str> {
        let element = self.element(id)?;
        self.attributes(element).iter().find(|(kept, _)| *kept == name).map(|(_, value)| &**value)
    }

    /// The first child with this tag.
    pub(crate) fn child(&self, id: NodeId, tag: Tag) -> Option<NodeId> {
        let mut child = self.first_child(id);
        while let Some(at) = child {
            if self.tag(at) == tag {
                return Some(at);
            }
            child = self.next_sibling(at);
        }
        None
    }

    /// The next node in tree order inside `root`, after `at` and all that is in it.
    pub(crate) fn after(&self, root: NodeId, mut at: NodeId) -> Option<NodeId> {
        while at != root {
            if let Some(next) = self.next_sibling(at) {
                return Some(next);
            }
            at = self.parent(at)?;
        }
        None
    }

    /// The next node in tree order inside `root`.
    pub(crate) fn following(&self, root: NodeId, at: NodeId) -> Option<NodeId> {
        self.first_child(at).or_else(|| self.after(root, at))
    }

    /// The text inside a node, as it stands.
    pub(crate) fn text(&self, root: NodeId) -> String {
        self.text_within(root, usize::MAX).unwrap_or_default()
    }

    /// The text inside a node; none where it has more than so many bytes.
    pub(crate) fn text_within(&self, root: NodeId, most: usize) -> Option<String> {
        let mut text = String::new();
        let mut at = Some(root);
        while let Some(id) = at {
            if let Content::Text(piece) = self.content(id) {
                text.push_str(piece);
                if text.len() > most {
                    return None;
                }
            }
            at = self.following(root, id);
        }
        Some(text)
    }

    fn push(&mut self, content: Content) -> NodeId {
        let id = NodeId(self.nodes.len() as u32);
        self.nodes.push(Node {
            parent: NodeId::NONE,
            previous: NodeId::NONE,
            next: NodeId::NONE,
            first: NodeId::NONE,
            last: NodeId::NONE,
            depth: 0,
            content,
        });
        id
    }

    fn keep(&mut self, attributes: Vec<html5ever::Attribute>) -> Range<u32> {
        let start = self.attributes.len() as u32;
        for attribute in attributes {
            if let Some(name) = AttributeName::new(&attribute.name.local) {
                self.attributes.push((name, attribute.value));
            }
        }
        start..self.attributes.len() as u32
    }

    fn detach(&mut self, id: NodeId) {
        let Node { parent, previous, next, .. } = self.nodes[id.index()];
        match next.some() {
            Some(next) => self.nodes[next.index()].previous = previous,
            None if parent != NodeId::NONE => self.nodes[parent.index()].last = previous,
            None => {}
        }
        match previous.some() {
            Some(previous) => self.nodes[previous.index()].next = next,
            None if parent != NodeId::NONE => self.nodes[parent.index()].first = next,
            None => {}
        }
        let node = &mut self.nodes[id.index()];
        node.parent = NodeId::NONE;
        node.previous = NodeId::NONE;
        node.next = NodeId::NONE;
    }

    /// Puts a detached node in as a child, before `next` or last.
    fn attach(&mut self, parent: NodeId, id: NodeId, next: NodeId) {
        let previous = match next.some() {
            Some(next) => std::mem::replace(&mut self.nodes[next.index()].previous, id),
            None => std::mem::replace(&mut self.nodes[parent.index()].last, id),
        };
        match previous.some() {
            Some(previous) => self.nodes[previous.index()].next = id,
            None => self.nodes[parent.index()].first = id,
        }
        let depth = self.nodes[parent.index()].depth.saturating_add(1);
        let node = &mut self.nodes[id.index()];
        (node.parent, node.previous, node.next, node.depth) = (parent, previous, next, depth);
    }

    /// Puts text or a node in as a child, before `next` or last; text joins text.
    fn insert(&mut self, parent: NodeId, child: NodeOrText<NodeId>, next: NodeId) {
        let id = match child {
            NodeOrText::AppendNode(id) => {
                self.detach(id);
                id
            }
            NodeOrText::AppendText(text) => {
                let previous = match next.some() {
                    Some(next) => self.nodes[next.index()].previous,
                    None => self.nodes[parent.index()].last,
                };
                if let Some(previous) = previous.some()
                    && let Content::Text(before) = &mut self.nodes[previous.index()].content
                {
                    before.push_tendril(&text);
                    return;
                }
                self.push(Content::Text(text))
            }
        };
        self.attach(parent, id, next);
    }
}

/// The tree while html5ever builds it.
pub(crate) struct Sink {
    tree: RefCell<Tree>,
    /// Depth of the element that was put in last.
    depth: Cell<u16>,
}

impl Sink {
    pub(crate) fn new(bytes: usize) -> Self {
        let nodes = Vec::with_capacity((bytes / 48).min(MOST_NODES) + 16);
        let mut tree = Tree { nodes, attributes: Vec::with_capacity(bytes / 64 + 16) };
        tree.push(Content::Other);
        Self { tree: RefCell::new(tree), depth: Cell::new(0) }
    }

    /// Depth of the element that was put in last.
    pub(crate) fn depth(&self) -> u16 {
        self.depth.get()
    }

    pub(crate) fn is_full(&self) -> bool {
        self.tree.borrow().nodes.len() > MOST_NODES
    }
}

/// The name of an element in the table.
pub(crate) struct Name<'a>(Ref<'a, Element>);

impl fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.name)
    }
}

impl ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        &self.0.namespace
    }

    fn local_name(&self) -> &LocalName {
        &self.0.name
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Tree;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn get_document(&self) -> NodeId {
        NodeId::DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Name<'a> {
        Name(Ref::map(self.tree.borrow(), |tree| match &tree.nodes[target.index()].content {
            Content::Element(element) => element,
            _ => unreachable!("the tree builder asks for names of elements only"),
        }))
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<html5ever::Attribute>,
        flags: ElementFlags,
    ) -> NodeId {
        let mut tree = self.tree.borrow_mut();
        let attributes = tree.keep(attributes);
        let tag = Tag::new(&name.local);
        let id = tree.push(Content::Element(Element {
            tag,
            namespace: name.ns,
            name: name.local,
            attributes,
            integration_point: flags.mathml_annotation_xml_integration_point,
        }));
        if flags.template {
            // Its content is the node behind it, which hangs on nothing: no text of the page.
            tree.push(Content::Other);
        }
        id
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        NodeId(target.0 + 1)
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &NodeId) -> bool {
        self.tree.borrow().element(*target).is_some_and(|element| element.integration_point)
    }

    fn create_comment(&self, _: StrTendril) -> NodeId {
        self.tree.borrow_mut().push(Content::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeId {
        self.tree.borrow_mut().push(Content::Other)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        let mut tree = self.tree.borrow_mut();
        let element = matches!(child, NodeOrText::AppendNode(_));
        tree.insert(*parent, child, NodeId::NONE);
        if element {
            self.depth.set(tree.nodes[parent.index()].depth.saturating_add(1));
        }
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let mut tree = self.tree.borrow_mut();
        if let Some(parent) = tree.parent(*sibling) {
            tree.insert(parent, child, *sibling);
        }
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        if self.tree.borrow().parent(*element).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<html5ever::Attribute>) {
        let mut tree = self.tree.borrow_mut();
        let Some(element) = tree.element(*target) else { return };
        let mut all = tree.attributes(element).to_vec();
        for attribute in attributes {
            if let Some(name) = AttributeName::new(&attribute.name.local)
                && all.iter().all(|(kept, _)| *kept != name)
            {
                all.push((name, attribute.value));
            }
        }
        let start = tree.attributes.len() as u32;
        tree.attributes.append(&mut all);
        let end = tree.attributes.len() as u32;
        if let Content::Element(element) = &mut tree.nodes[target.index()].content {
            element.attributes = start..end;
        }
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut tree = self.tree.borrow_mut();
        while let Some(child) = tree.first_child(*node) {
            tree.detach(child);
            tree.attach(*new_parent, child, NodeId::NONE);
        }
    }
}
