//! Pages by what they have in common: the frame, and what of it is the same on many.

use serde::Serialize;

use crate::page::model::status::StatusPage;
use crate::page::model::{
    ChangesPage, Frame, GuidePage, HomePage, LocaleFrame, MissingPage, RedirectPage, SiteFrame,
    StartPage,
};

/// A page in its frame.
pub trait Framed: Serialize {
    /// What stands around the page.
    fn frame(&self) -> &Frame;
}

/// What all pages of a locale share. It is not serialized with each of them: the words of a
/// language are more than most pages say themselves.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Common<'a> {
    /// What all pages share.
    pub site: &'a SiteFrame,
    /// What all pages of the locale share.
    pub locale: &'a LocaleFrame,
}

impl Frame {
    /// What the page shares with others of its locale.
    pub fn common(&self) -> Common<'_> {
        Common {
            site: &self.site,
            locale: &self.locale,
        }
    }
}

macro_rules! framed {
    ($($page:ty),*) => {
        $(impl Framed for $page {
            fn frame(&self) -> &Frame {
                &self.frame
            }
        })*
    };
}

framed!(
    GuidePage,
    HomePage,
    ChangesPage,
    StatusPage,
    MissingPage,
    StartPage,
    RedirectPage
);
