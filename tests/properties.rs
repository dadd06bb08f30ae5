//! What must hold whatever comes in, tried on texts that a generator makes.

mod memory;
mod project;
mod seeds;
mod subjects;

mod properties {
    mod compared;
    mod links;
    mod order;
    mod reading;
    mod site;
    mod texts;
}
