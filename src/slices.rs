//! What the page works out by itself, a slice in each task, so that it has its frames in between.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;

/// Work that goes on until it is done or this is dropped.
pub struct Going(Rc<RefCell<Option<Timeout>>>);

impl Going {
    /// Begins after a rest [ms]; `slice` does a slice of the work and answers what is left of it.
    pub fn begin<T: 'static>(rest: u32, work: T, slice: impl Fn(T) -> Option<T> + 'static) -> Self {
        let going = Self(Rc::default());
        going.later(rest, work, Rc::new(slice));
        going
    }

    fn later<T: 'static>(&self, rest: u32, work: T, slice: Rc<dyn Fn(T) -> Option<T>>) {
        let next = Rc::downgrade(&self.0);
        let task = Timeout::new(rest, move || {
            if let Some(left) = slice(work)
                && let Some(next) = next.upgrade()
            {
                Self(next).later(0, left, slice);
            }
        });
        *self.0.borrow_mut() = Some(task);
    }
}
