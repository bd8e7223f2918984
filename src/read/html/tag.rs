//! Element names that mean something for reading, and how browsers lay them out.

use html5ever::{LocalName, local_name};

macro_rules! tags {
    ($($variant:ident = $name:tt $layout:ident),* $(,)?) => {
        /// An element name; what is not listed here is an inline element without meaning.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub(crate) enum Tag {
            $($variant,)*
            #[default]
            Unknown,
        }

        impl Tag {
            pub(super) fn new(name: &LocalName) -> Tag {
                match *name {
                    $(local_name!($name) => Tag::$variant,)*
                    _ => Tag::Unknown,
                }
            }

            pub(super) fn layout(self) -> Layout {
                match self {
                    $(Tag::$variant => Layout::$layout,)*
                    Tag::Unknown => Layout::Inline,
                }
            }
        }
    };
}

/// How an element stands in the page when no style says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// In the line that it is in.
    Inline,
    /// On lines of its own.
    Block,
    /// In the line as a box of its own: a button, a field.
    Box,
    /// Its text is not shown: fallbacks of what browsers can do.
    Unseen,
    /// It has no text at all: styles, scripts.
    Textless,
}

tags! {
    A = "a" Inline,
    Abbr = "abbr" Inline,
    Address = "address" Block,
    Article = "article" Block,
    Aside = "aside" Block,
    Audio = "audio" Unseen,
    B = "b" Inline,
    Base = "base" Textless,
    Bdi = "bdi" Inline,
    Bdo = "bdo" Inline,
    Big = "big" Inline,
    Blockquote = "blockquote" Block,
    Body = "body" Block,
    Br = "br" Inline,
    Button = "button" Box,
    Canvas = "canvas" Unseen,
    Caption = "caption" Block,
    Center = "center" Block,
    Cite = "cite" Inline,
    Code = "code" Inline,
    Datalist = "datalist" Unseen,
    Dd = "dd" Block,
    Desc = "desc" Unseen,
    Details = "details" Block,
    Dialog = "dialog" Block,
    Dir = "dir" Block,
    Div = "div" Block,
    Dl = "dl" Block,
    Dt = "dt" Block,
    Em = "em" Inline,
    Fieldset = "fieldset" Block,
    Figcaption = "figcaption" Block,
    Figure = "figure" Block,
    Font = "font" Inline,
    Footer = "footer" Block,
    Form = "form" Block,
    H1 = "h1" Block,
    H2 = "h2" Block,
    H3 = "h3" Block,
    H4 = "h4" Block,
    H5 = "h5" Block,
    H6 = "h6" Block,
    Head = "head" Textless,
    Header = "header" Block,
    Hgroup = "hgroup" Block,
    Hr = "hr" Block,
    Html = "html" Block,
    I = "i" Inline,
    Iframe = "iframe" Unseen,
    Img = "img" Inline,
    Input = "input" Box,
    Ins = "ins" Inline,
    Label = "label" Box,
    Legend = "legend" Block,
    Li = "li" Block,
    Link = "link" Textless,
    Listing = "listing" Block,
    Main = "main" Block,
    Mark = "mark" Inline,
    Marquee = "marquee" Block,
    Menu = "menu" Block,
    Meta = "meta" Textless,
    Nav = "nav" Block,
    Noembed = "noembed" Unseen,
    Noframes = "noframes" Unseen,
    Noscript = "noscript" Unseen,
    Object = "object" Unseen,
    Ol = "ol" Block,
    Optgroup = "optgroup" Block,
    Option = "option" Block,
    P = "p" Block,
    Picture = "picture" Inline,
    Plaintext = "plaintext" Block,
    Pre = "pre" Block,
    Q = "q" Inline,
    S = "s" Inline,
    Script = "script" Textless,
    Section = "section" Block,
    Select = "select" Box,
    Small = "small" Inline,
    Source = "source" Inline,
    Span = "span" Inline,
    Strong = "strong" Inline,
    Style = "style" Textless,
    Sub = "sub" Inline,
    Summary = "summary" Block,
    Sup = "sup" Inline,
    Svg = "svg" Inline,
    Table = "table" Block,
    Tbody = "tbody" Block,
    Td = "td" Block,
    Template = "template" Textless,
    Textarea = "textarea" Box,
    Tfoot = "tfoot" Block,
    Th = "th" Block,
    Thead = "thead" Block,
    Time = "time" Inline,
    Title = "title" Unseen,
    Tr = "tr" Block,
    U = "u" Inline,
    Ul = "ul" Block,
    Video = "video" Unseen,
    Xmp = "xmp" Block,
}

impl Tag {
    /// The level of a heading, 1 to 6.
    pub(crate) fn heading_level(self) -> Option<u8> {
        Some(match self {
            Tag::H1 => 1,
            Tag::H2 => 2,
            Tag::H3 => 3,
            Tag::H4 => 4,
            Tag::H5 => 5,
            Tag::H6 => 6,
            _ => return None,
        })
    }

    /// Whether white space inside it is shown as it stands.
    pub(super) fn keeps_space(self) -> bool {
        matches!(self, Tag::Pre | Tag::Listing | Tag::Xmp | Tag::Plaintext | Tag::Textarea)
    }

    /// Whether the element never has content, so that no end tag comes.
    pub(super) fn is_raw_or_void(self) -> bool {
        matches!(
            self,
            Tag::Base
                | Tag::Br
                | Tag::Hr
                | Tag::Img
                | Tag::Input
                | Tag::Link
                | Tag::Meta
                | Tag::Source
                | Tag::Script
                | Tag::Style
                | Tag::Title
                | Tag::Textarea
                | Tag::Iframe
                | Tag::Noembed
                | Tag::Noframes
                | Tag::Xmp
                | Tag::Plaintext
                | Tag::Html
                | Tag::Head
                | Tag::Body
        )
    }
}
