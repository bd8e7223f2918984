//! html5ever's tokenizer and tree builder with nothing behind them: no tree is kept, only the elements' names, which the
//! tree builder asks for. What any program on html5ever pays at the least.

use html5ever::driver::ParseOpts;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ExpandedName, QualName};
use std::borrow::Cow;
use std::rc::Rc;

pub fn parse(page: &str) {
    html5ever::parse_document(Nothing { document: node() }, ParseOpts::default()).one(page);
}

type Node = Rc<Option<QualName>>;

/// A node that is no element.
fn node() -> Node {
    Rc::new(None)
}

struct Nothing {
    document: Node,
}

impl TreeSink for Nothing {
    type Handle = Node;
    type Output = ();
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) {}
    fn get_document(&self) -> Node {
        self.document.clone()
    }
    fn get_template_contents(&self, _: &Node) -> Node {
        node()
    }
    fn same_node(&self, one: &Node, other: &Node) -> bool {
        Rc::ptr_eq(one, other)
    }
    fn elem_name<'a>(&'a self, target: &'a Node) -> ExpandedName<'a> {
        target.as_ref().as_ref().expect("an element").expanded()
    }
    fn create_element(&self, name: QualName, _: Vec<Attribute>, _: ElementFlags) -> Node {
        Rc::new(Some(name))
    }
    fn create_comment(&self, _: StrTendril) -> Node {
        node()
    }
    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Node {
        node()
    }
    fn append(&self, _: &Node, _: NodeOrText<Node>) {}
    fn append_before_sibling(&self, _: &Node, _: NodeOrText<Node>) {}
    fn append_based_on_parent_node(&self, _: &Node, _: &Node, _: NodeOrText<Node>) {}
    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn add_attrs_if_missing(&self, _: &Node, _: Vec<Attribute>) {}
    fn remove_from_parent(&self, _: &Node) {}
    fn reparent_children(&self, _: &Node, _: &Node) {}
    fn mark_script_already_started(&self, _: &Node) {}
    fn parse_error(&self, _: Cow<'static, str>) {}
    fn set_quirks_mode(&self, _: QuirksMode) {}
}
