//! HTML as a list of events, read by a browser's parser.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_document, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// A step of a walk through a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Event {
    Open { name: String, attributes: Vec<(String, String)> },
    Text(String),
    Close,
}

/// The tree of a fragment in the body of a page.
pub(super) fn of_fragment(html: &str) -> Vec<Event> {
    let body = QualName::new(None, ns!(html), local_name!("body"));
    let dom = parse_fragment(RcDom::default(), ParseOpts::default(), body, Vec::new(), false).one(html);
    // The parser puts a fragment into an `html` element of its own.
    let root = dom.document.children.borrow().first().cloned().expect("a root");
    let mut events = Vec::new();
    root.children.borrow().iter().for_each(|child| walk(child, &mut events));
    events
}

/// The tree of a page.
pub(super) fn of_document(html: &str) -> Vec<Event> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut events = Vec::new();
    walk(&dom.document, &mut events);
    events
}

fn walk(node: &Handle, events: &mut Vec<Event>) {
    match &node.data {
        NodeData::Element { name, attrs, .. } => {
            assert_eq!(name.ns, ns!(html), "an element of a foreign kind: {}", &*name.local);
            let attributes =
                attrs.borrow().iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
            events.push(Event::Open { name: name.local.to_string(), attributes });
            node.children.borrow().iter().for_each(|child| walk(child, events));
            events.push(Event::Close);
        }
        NodeData::Text { contents } => text(events, &contents.borrow()),
        NodeData::Document => node.children.borrow().iter().for_each(|child| walk(child, events)),
        NodeData::Doctype { .. } => {}
        NodeData::Comment { .. } | NodeData::ProcessingInstruction { .. } => panic!("a comment"),
    }
}

/// Appends text; texts beside each other are one.
pub(super) fn text(events: &mut Vec<Event>, more: &str) {
    match events.last_mut() {
        _ if more.is_empty() => {}
        Some(Event::Text(text)) => text.push_str(more),
        _ => events.push(Event::Text(more.to_owned())),
    }
}
