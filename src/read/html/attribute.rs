//! The attributes that reading needs; all others are dropped before the tree is built.

use html5ever::{LocalName, local_name};

macro_rules! attributes {
    ($($variant:ident = $name:tt),* ; $($late:ident = $text:literal),* $(,)?) => {
        /// An attribute that is kept.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum AttributeName {
            $($variant,)*
            $($late,)*
        }

        impl AttributeName {
            pub(crate) fn new(name: &LocalName) -> Option<AttributeName> {
                Some(match *name {
                    $(local_name!($name) => AttributeName::$variant,)*
                    _ => match &**name {
                        $($text => AttributeName::$late,)*
                        _ => return None,
                    },
                })
            }

            /// The name as html5ever has it, of an attribute that is kept.
            pub(super) fn local(name: &str) -> Option<LocalName> {
                Some(match name {
                    $($name => local_name!($name),)*
                    $($text => LocalName::from(name),)*
                    _ => return None,
                })
            }
        }
    };
}

attributes! {
    Alt = "alt",
    AriaHidden = "aria-hidden",
    AriaLevel = "aria-level",
    Class = "class",
    Color = "color",
    Content = "content",
    Datetime = "datetime",
    Dir = "dir",
    Encoding = "encoding",
    Face = "face",
    Hidden = "hidden",
    Href = "href",
    HttpEquiv = "http-equiv",
    Id = "id",
    Itemprop = "itemprop",
    Itemscope = "itemscope",
    Itemtype = "itemtype",
    Lang = "lang",
    Name = "name",
    Open = "open",
    Rel = "rel",
    Role = "role",
    Size = "size",
    Src = "src",
    Srcset = "srcset",
    Style = "style",
    Type = "type",
    Width = "width",
    Height = "height" ;
    Property = "property",
    DataSrc = "data-src",
    DataOriginal = "data-original",
    DataLazySrc = "data-lazy-src",
    DataSrcset = "data-srcset",
}
