/** Where an example says that it comes from: what it is found, marked and taken away by. */
export const sampleOrigin = 'exemple'
